package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The schedule of one's clinics as a list: what it shows, for a reason that goes on record. */
@StoreTest
class ScheduleExportServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    ScheduleExportService exports;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDaysAreExportedByTimeAndTheReasonGoesOnRecord() {
        var first = care.treated("Listed First");
        var second = care.treated("Listed Second");
        var day = care.emptyDay();
        care.book(AppointmentType.MASSAGE, group.therapist, first, day);
        care.book(AppointmentType.MASSAGE, group.therapist, second, day);
        var rows = export("manager", group.west, day, day, "Room plan of the landlord");
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.on()).isEqualTo(day));
        assertThat(rows).extracting(AppointmentRow::at).isSorted();
        assertThat(rows).extracting(AppointmentRow::personName).allMatch(name -> name.startsWith("Listed"));
        assertThat(exported(day))
                .containsExactly(day + " to " + day + ", appointments 2, reason Room plan of the landlord");
        export("manager", group.west, day, day, "Entered a second time by a colleague");
        assertThat(exported(day)).as("each time").hasSize(2);
    }

    @Test
    void withoutAReasonOrForAnotherClinicNothingIsExported() {
        var day = care.emptyDay();
        assertThatThrownBy(() -> export("manager", group.west, day, day, " "))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        assertThatThrownBy(() ->
                        export("manager", group.west, day, day.plusDays(31), "All visits of the week for the desk"))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose 1 to 31 days");
        assertThatThrownBy(() -> export("westdesk", group.west, day, day, "Curious about the numbers"))
                .isInstanceOf(AccessDeniedException.class);
        var other = group.own("sx");
        assertThatThrownBy(() -> export(other.manager(), group.west, day, day, "Curious about the numbers"))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() ->
                        staff.as("manager", () -> exports.export(group.west, day, day, "Curious about the numbers")))
                .as("the password was not given")
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(exported(day)).isEmpty();
    }

    private List<AppointmentRow> export(String who, ClinicId clinic, LocalDate first, LocalDate last, String reason) {
        return staff.as(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            return exports.export(clinic, first, last, reason);
        });
    }

    private List<String> exported(LocalDate day) {
        return jdbc.sql(
                        "select detail from audit_event where kind = 'schedule.exported' and detail like ? order by at, id")
                .param(day + " to %")
                .query(String.class)
                .list();
    }
}
