package io.plumbline.records.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disposes of the record of a patient of a test, as two people and the job do years later. */
@Lazy
@Component
@Profile("test")
public class DisposedRecord {
    private static final Instant LATER = Instant.parse("2034-02-01T17:00:00Z");

    private final DisposalService disposals;
    private final DisposalRunService runs;
    private final SystemActor system;
    private final TestGroup group;
    private final TestCare care;
    private final Staff staff;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    DisposedRecord(
            DisposalService disposals,
            DisposalRunService runs,
            SystemActor system,
            TestGroup group,
            TestCare care,
            Staff staff,
            MovableClock clock,
            JdbcClient jdbc) {
        this.disposals = disposals;
        this.runs = runs;
        this.system = system;
        this.group = group;
        this.care = care;
        this.staff = staff;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** @param second the user name of an auditor that the test does not have yet */
    public void dispose(PatientId patient, String second) {
        var id = Ids.bytes(patient.value());
        jdbc.sql("update patient set birth_date = ? where id = ?")
                .params(LocalDate.parse("1980-05-01"), id)
                .update();
        jdbc.sql(
                        "update appointment set status = 'CANCELLED' where subject_id = ? and status in ('BOOKED', 'CONFIRMED')")
                .param(id)
                .update();
        jdbc.sql("update treatment_plan set status = 'COMPLETED' where patient_id = ?")
                .param(id)
                .update();
        clock.set(LATER);
        group.account(second, Role.AUDITOR);
        var list = staff.as("auditor", () -> disposals.propose(Set.of(patient), "Retention has ended"));
        care.asProven(second, () -> {
            var row = disposals.find(list);
            disposals.approve(list, row.version(), row.confirmation());
        });
        clock.set(LATER.plus(Duration.ofHours(25)));
        system.call(() -> runs.run(1000));
        assertThat(staff.as("auditor", () -> disposals.entries(list, null, 10)))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.state()).as(entry.keptBecause()).isEqualTo(DisposalEntryRow.State.DISPOSED));
    }
}
