package io.plumbline.leads.calling;

import io.plumbline.access.PatientRecords;
import io.plumbline.outbox.OutboxService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Withdraws the mail that waits for a patient who is set inactive or deceased: what was written to their leads. */
@Component
@Order(6)
class MailClosing implements PatientClosing {
    private final OutboxService outbox;
    private final PatientRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailClosing(OutboxService outbox, PatientRecords records, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        var waiting = outbox.countWaiting(leadsOf(patient));
        return switch (waiting) {
            case 0 -> List.of();
            case 1 -> List.of(new OpenItem("1 mail that waits to be sent", "is not sent"));
            default -> List.of(new OpenItem(waiting + " mails that wait to be sent", "are not sent"));
        };
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        outbox.withdrawAbout(leadsOf(patient), reason, clock.instant());
    }

    private List<LeadId> leadsOf(PatientId patient) {
        return jdbc.sql("select id from consultation_lead where converted_patient_id in (:patients)")
                .param("patients", records.of(patient))
                .query(LeadId.class)
                .list();
    }
}
