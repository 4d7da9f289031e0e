package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change and its audit row are stored together, and the store itself lets nobody change the row. */
@StoreTest
@OnMySql("triggers of MySQL keep the audit trail from change and deletion")
class AuditTrailListenerTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ScheduleService schedule;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyWriteLeavesAnAuditRow() {
        var patient = group.patient("Written", "Down", group.west);
        group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        assertThat(auditOf("patient.added", patient)).isEqualTo(1);
        assertThat(auditOf("appointment.booked", patient)).isEqualTo(1);
    }

    @Test
    void aFailedChangeLeavesNoAuditRow() {
        var patient = group.patient("Second", "Choice", group.west);
        var day = care.emptyDay();
        group.book(group.therapist, group.patient("First", "Choice", group.west), group.west, day, LocalTime.of(9, 0));
        assertThatThrownBy(() -> group.book(group.therapist, patient, group.west, day, LocalTime.of(9, 0)))
                .isInstanceOf(SlotTaken.class);
        assertThat(auditOf("appointment.booked", patient)).isZero();
        assertThat(staff.as("manager", () -> schedule.ahead(patient))).isEmpty();
    }

    @Test
    void theStoreRefusesToChangeOrDeleteAuditRows() {
        group.patient("Any", "Body", group.west);
        for (var tampering : List.of(
                "update audit_event set detail = 'nothing happened'",
                "update audit_event set seq = 1, chain = mac, detail = 'nothing happened'",
                "update audit_event set seq = 1",
                "update audit_event set mac = id",
                "delete from audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql("select count(*) from audit_event where detail = 'nothing happened'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAuditRowIsChainedOnlyOnce() {
        var patient = group.patient("Seal", "Me", group.west);
        var id = jdbc.sql("select id from audit_event where subject = ?")
                .param(Ids.bytes(patient.value()))
                .query(byte[].class)
                .single();
        var seal = "update audit_event set seq = ?, chain = ? where id = ?";
        var chain = new byte[32];
        assertThat(jdbc.sql(seal).params(900_000_001L, chain, id).update()).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql(seal).params(900_000_002L, chain, id).update())
                .isInstanceOf(DataAccessException.class);
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
