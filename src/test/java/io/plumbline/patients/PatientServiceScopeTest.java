package io.plumbline.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who opens which patient, and that each look is on record. */
@StoreTest
@OnMySql("names with emoji and of all scripts are stored in utf8mb4, and pages follow its collation")
class PatientServiceScopeTest {
    private static final AtomicInteger HALF_HOURS = new AtomicInteger();

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    IntakeService intake;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Søren Ångström",
                "阮 氏芳",
                "מרים",
                "👩🏽‍⚕️ O'Brien \"Bo\"",
                "<script>alert(1)</script>",
                "Robert'); drop table patient;--"
            })
    void textInAnyLanguageIsReadBackAsEntered(String name) {
        var id = group.patient(name, "Familie " + name, group.west);
        var opened = staff.as("manager", () -> patients.open(id)).orElseThrow();
        assertThat(opened.draft().givenName()).isEqualTo(name);
        assertThat(opened.draft().familyName()).isEqualTo("Familie " + name);
    }

    @Test
    void aPatientIsVisibleToTheClinicsThatKnowThem() {
        var eastern = group.patient("Only", "East", group.east);
        assertThat(staff.as("eastdesk", () -> patients.open(eastern))).isPresent();
        assertThat(staff.as("westdesk", () -> patients.open(eastern))).isEmpty();
        group.book(group.therapist, eastern, group.west, care.emptyDay(), LocalTime.of(9, 0));
        assertThat(staff.as("westdesk", () -> patients.open(eastern))).isPresent();
    }

    @Test
    void anAppointmentOpensTheChartToItsPractitioner() {
        var patient = group.patient("New", "Chart", group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        var opened = staff.as("therapist", () -> patients.open(patient)).orElseThrow();
        assertThat(opened.clinical()).isNotNull();
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-180, -1, 0, 90})
    void anAppointmentOpensTheChartFrom180DaysBackTo90DaysAhead(int days) {
        assertThat(isOpenWithAppointmentIn(days)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-181, 91})
    void anAppointmentOutsideThatPeriodLeavesTheChartClosed(int days) {
        assertThat(isOpenWithAppointmentIn(days)).isFalse();
    }

    @Test
    void managersAndFrontDeskSeeNoClinicalContent() {
        var patient = group.patient("Not", "Clinical", group.west);
        assertThat(staff.as("manager", () -> patients.open(patient))
                        .orElseThrow()
                        .clinical())
                .isNull();
        assertThat(staff.as("westdesk", () -> patients.open(patient))
                        .orElseThrow()
                        .clinical())
                .isNull();
    }

    @Test
    void aPatientOutsideTheRelationLooksNonexistent() {
        var foreign = group.patient("Somebody", "Else", group.east);
        var unknown = PatientId.next();
        assertThat(staff.as("therapist", () -> patients.open(foreign)))
                .isEqualTo(staff.as("therapist", () -> patients.open(unknown)))
                .isEmpty();
        assertThat(auditOf("patient.refused", foreign)).isEqualTo(1);
        assertThat(auditOf("patient.refused", unknown)).isEqualTo(1);
    }

    @Test
    void clinicalRecordsOfAPatientOutsideTheRelationLookNonexistent() {
        var foreign = group.patient("Clinical", "Foreign", group.west);
        group.book(group.chiropractor, foreign, group.west, care.emptyDay(), LocalTime.of(9, 0));
        var note = staff.as("chiropractor", () -> intake.begin(foreign, group.west, "Only for those who treat"));
        staff.doAs("chiropractor", () -> screening.raise(foreign, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));

        assertThat(staff.as("therapist", () -> intake.open(note))).isEmpty();
        assertThat(staff.as("therapist", () -> intake.findByPatient(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> safety.findByPatient(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> schedule.ahead(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> patients.brief(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> patients.list(null, 500)))
                .extracting(PatientRow::id)
                .doesNotContain(foreign);
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> screening.raise(foreign, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES))))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(staff.as("chiropractor", () -> intake.open(note))).isPresent();
        assertThat(staff.as("chiropractor", () -> safety.open(FlagFilter.ALL, null, 500)))
                .filteredOn(FlagRow.class::isInstance)
                .map(FlagRow.class::cast)
                .extracting(FlagRow::patient)
                .contains(foreign);
        assertThat(auditOf("intake.opened", foreign)).isEqualTo(1);
        assertThat(auditOf("flag.raised", foreign)).isEqualTo(1);
    }

    @Test
    void viewingARecordTwiceLeavesOneAuditRow() {
        var patient = group.patient("Looked", "At", group.west);
        staff.as("manager", () -> patients.open(patient));
        staff.as("manager", () -> patients.open(patient));
        assertThat(auditOf("patient.opened", patient)).isEqualTo(1);
        staff.as("westdesk", () -> patients.open(patient));
        assertThat(auditOf("patient.opened", patient)).isEqualTo(2);
    }

    @Test
    void thePatientListIsPagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 25; i++) {
            var patient = group.patient("Page " + i, "Turner", i % 2 == 0 ? group.west : group.east);
            if (i % 5 == 0) {
                group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(8, 0));
            }
        }
        var seen = new ArrayList<PatientRow>();
        PatientRow last = null;
        while (true) {
            var page = nextPage(last);
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            last = page.getLast();
        }
        assertThat(seen).extracting(PatientRow::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(PatientRow::sortKey).isSorted();
        assertThat(seen).filteredOn(row -> row.name().endsWith("Turner")).hasSize(25);
    }

    private boolean isOpenWithAppointmentIn(int days) {
        var patient = group.patient("Away", "By " + days, group.west);
        var minute = LocalTime.of(0, 0).plusMinutes(30L * HALF_HOURS.getAndIncrement());
        group.book(group.therapist, patient, group.west, LocalDate.now(clock).plusDays(days), minute);
        return staff.as("therapist", () -> patients.open(patient)).isPresent();
    }

    private List<PatientRow> nextPage(@Nullable PatientRow last) {
        return staff.as("manager", () -> patients.list(last, 7));
    }

    private LeadDraft draft(String name, @Nullable ClinicId clinic) {
        return new LeadDraft(
                name,
                new PhoneNumber("+16025550199"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                clinic,
                clock.instant());
    }

    private long auditOf(String kind, PatientId patient) {
        return auditOf(kind, patient.value());
    }

    private long auditOf(String kind, UUID patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient))
                .query(Long.class)
                .single();
    }
}
