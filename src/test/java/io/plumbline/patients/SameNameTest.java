package io.plumbline.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of two patients of one name at a clinic, each header says so, and what tells this one apart; of the other nothing. */
@StoreTest
class SameNameTest {
    private static final LocalDate BORN = LocalDate.of(1980, Month.MARCH, 3);

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMergeService merges;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    Statements statements;

    @Test
    void theHeaderTellsTheTwoApartByBirthDateAndLastVisit() {
        var family = TestGroup.familyName();
        var one = add("Ana", family, BORN, group.west);
        assertThat(header(one)).as("alone of the name").isEmpty();
        var other = add("ána", family.toUpperCase(Locale.ROOT), BORN.plusYears(9), group.west);
        care.book(
                AppointmentType.CONSULTATION, group.therapist, one, care.today().minusDays(3));
        var visit = care.bookMassage(one, care.today().minusDays(6));
        care.treat(visit);
        assertThat(header(one))
                .isEqualTo("Another patient has this name. This one was born 3 Mar 1980, last visit "
                        + Dates.dayAndYear(care.today().minusDays(6)));
        assertThat(header(other))
                .isEqualTo("Another patient has this name. This one was born 3 Mar 1989, no visit completed yet");
        assertThat(staff.as("westdesk", () -> patients.brief(one)).orElseThrow().sameName())
                .as("for whoever books")
                .isNotNull();
    }

    @Test
    void anotherClinicAMergedRecordAndARecordThatIsHiddenAreNoOther() {
        var elsewhere = TestGroup.familyName();
        var here = add("Ben", elsewhere, BORN, group.west);
        add("Ben", elsewhere, BORN, group.east);
        assertThat(header(here)).as("at another clinic").isEmpty();

        var twice = TestGroup.familyName();
        var kept = add("Cam", twice, BORN, group.west);
        var merged = add("Cam", twice, BORN, group.west);
        assertThat(header(kept)).isNotEmpty();
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        assertThat(header(kept)).as("one person").isEmpty();

        var hidden = TestGroup.familyName();
        var seen = add("Dee", hidden, BORN, group.west);
        var marked = add("Dee", hidden, BORN, group.west);
        staff.doAs("auditor", () -> sensitive.mark(marked, Set.of(), "Works at the clinic"));
        assertThat(header(seen)).as("not even that there is one").isEmpty();
    }

    @Test
    void theHeaderAsksForItInItsOwnStatement() {
        var family = TestGroup.familyName();
        var one = add("Eli", family, BORN, group.west);
        var alone = staff.as("westdesk", () -> statements.of(() -> patients.brief(one)));
        add("Eli", family, BORN, group.west);
        var shared = staff.as("westdesk", () -> statements.of(() -> patients.brief(one)));
        assertThat(shared).hasSameSizeAs(alone);
    }

    private PatientId add(String given, String family, LocalDate born, ClinicId clinic) {
        return staff.as("manager", () -> patients.add(new PatientDraft(given, family, born, null, null), clinic));
    }

    private String header(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient))
                .orElseThrow()
                .header()
                .sameName();
    }
}
