package io.plumbline.leads.queue;

import io.plumbline.leads.LeadEvent;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The leads past their response target, and whether their managers were notified. */
@Repository
class EscalationStore {
    private final JdbcClient jdbc;

    EscalationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An overdue lead and its queue. */
    record Late(LeadId id, ClinicId queue) {}

    /** Returns the overdue leads whose managers have not been notified. */
    List<Late> late(Instant now, int limit) {
        return jdbc.sql("""
                select id, queue_id from consultation_lead where escalates_at <= ?
                order by escalates_at, id limit ?""").params(now, limit).query(Late.class).list();
    }

    /** Records that the managers are notified; false if that was done before. */
    boolean escalate(LeadId id, Instant at) {
        return jdbc.sql("update consultation_lead set escalated_at = ? where id = ? and escalates_at <= ?")
                        .params(at, id, at)
                        .update()
                == 1;
    }

    /** Clears the escalation: the response target of an unmerged lead has restarted. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Unmerged event) {
        jdbc.sql("update consultation_lead set escalated_at = null where id = ?")
                .param(event.lead())
                .update();
    }

    /** Makes a reopened lead unopened again and clears its escalation. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Reopened event) {
        jdbc.sql("update consultation_lead set escalated_at = null, first_opened_at = null where id = ?")
                .param(event.lead())
                .update();
    }
}
