package io.plumbline.leads.calling;

import io.plumbline.leads.LeadEvent;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the notes typed during calls until they are logged. */
@Repository
class CallNoteStore {
    static final int LONGEST = 2000;

    private final JdbcClient jdbc;

    CallNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the note of a lead; empty if the lead is in none of these queues. */
    Optional<CallNote> find(LeadId lead, Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select coalesce(n.version, 0) as version, coalesce(n.note, '') as `text`,
                            coalesce(s.display_name, '') as changed_by
                        from consultation_lead l left join lead_call_note n on n.lead_id = l.id
                        left join staff_account s on s.id = n.changed_by
                        where l.id = :lead and l.queue_id in (:queues)""")
                        .param("lead", lead)
                        .param("queues", queues)
                        .query(CallNote.class)
                        .optional();
    }

    /**
     * Saves a text that follows a version.
     *
     * @throws StaleVersion if somebody else typed in the meantime
     */
    void keep(LeadId lead, long version, String text, StaffId by, Instant at) {
        if (version == 0 ? !isFirst(lead, text, by, at) : update(lead, version, text, by, at) == 0) {
            throw new StaleVersion(CallNote.class, lead);
        }
    }

    private boolean isFirst(LeadId lead, String text, StaffId by, Instant at) {
        try {
            return jdbc.sql("""
                    insert into lead_call_note (lead_id, note, version, changed_by, changed_at)
                    values (?, ?, 1, ?, ?)""").params(lead, text, by, at).update() == 1;
        } catch (DuplicateKeyException anotherWasFirst) {
            return false;
        }
    }

    private int update(LeadId lead, long version, String text, StaffId by, Instant at) {
        return jdbc.sql("""
                update lead_call_note set note = ?, version = version + 1, changed_by = ?, changed_at = ?
                where lead_id = ? and version = ?""").params(text, by, at, lead, version).update();
    }

    /** Restores the note of a call that was undone, unless somebody has typed another since. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Undone undone) {
        if (!undone.note().isEmpty()) {
            jdbc.sql("update lead_call_note set note = ?, version = version + 1 where lead_id = ? and note = ''")
                    .params(undone.note(), undone.lead())
                    .update();
        }
    }

    /** Clears the note that a logged call contains; a note that differs from it is kept. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Called call) {
        var text = call.note().strip();
        if (!text.isEmpty()) {
            jdbc.sql("update lead_call_note set note = '', version = version + 1 where lead_id = ? and note = ?")
                    .params(call.lead(), text)
                    .update();
        }
    }
}
