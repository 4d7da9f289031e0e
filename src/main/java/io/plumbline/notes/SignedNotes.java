package io.plumbline.notes;

import io.plumbline.schedule.SignedVisits;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotAsSigned;
import io.plumbline.shared.signing.OnRecord;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed session notes: tells {@code schedule}, which must not depend on this room, which visits have one, and compares
 * the notes with their signed content.
 */
@Component
class SignedNotes implements SignedVisits, SignedRecords {
    static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SignedNotes.class);

    private final JdbcClient jdbc;
    private final SessionNotes notes;
    private final ContentMac seal;
    private final OnRecord trail;
    private final ApplicationEventPublisher events;

    SignedNotes(
            JdbcClient jdbc, SessionNotes notes, ContentMac seal, OnRecord trail, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.seal = seal;
        this.trail = trail;
        this.events = events;
    }

    @Override
    public boolean isSigned(AppointmentId appointment) {
        // a note that was started for a planned visit reaches its appointment only through the plan
        return jdbc.sql("""
                        select (select count(*) from session_note
                                where appointment_or_self = :appointment and status <> 'DRAFT')
                            + (select count(*) from planned_visit v join session_note n on n.planned_visit_or_self = v.id
                                where v.appointment_id = :appointment and n.status <> 'DRAFT'
                                    and n.treated_on >= v.booked_on)""")
                        .param("appointment", Ids.bytes(appointment.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Returns whether a signed note that is being viewed still has its signed content. A mismatch is recorded in the
     * audit trail and logged.
     */
    boolean isAsSigned(SessionNote note) {
        var isAsSigned = note.isIntact(seal) && trail.holds(note.signature());
        if (!isAsSigned) {
            LOG.error("Session note {} is not what was signed; run ./portal audit verify", note.id());
            events.publishEvent(new NotAsSigned("note", note.id().value(), note.patient()));
        }
        return isAsSigned;
    }

    @Override
    public String name() {
        return "session note";
    }

    @Override
    public String kind() {
        return NoteEvent.Signed.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signed> after(UUID last, int limit) {
        return notes.signedAfter(last, Limit.of(limit)).stream()
                .map(note -> new Signed(note.id().value(), note.signature(), note.isIntact(seal)))
                .toList();
    }
}
