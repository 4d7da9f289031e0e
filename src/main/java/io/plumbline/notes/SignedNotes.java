package io.plumbline.notes;

import io.plumbline.schedule.SignedVisits;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed session notes: tells {@code schedule}, which must not depend on this module, which visits have one, and compares
 * the notes with their signed content.
 */
@Component
class SignedNotes implements SignedVisits, SignedRecords {
    static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final SessionNotes notes;
    private final ContentMac seal;
    private final SignatureCheck check;

    SignedNotes(JdbcClient jdbc, SessionNotes notes, ContentMac seal, SignatureCheck check) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.seal = seal;
        this.check = check;
    }

    @Override
    public boolean isSigned(AppointmentId appointment) {
        // a note that was started for a planned visit reaches its appointment only through the plan
        return jdbc.sql("""
                        select (select count(*) from session_note
                                where appointment_or_self = :appointment and status <> 'DRAFT')
                            + (select count(*) from planned_visit v join session_note n on n.planned_visit_or_self = v.id
                                where v.appointment_id = :appointment and n.status <> 'DRAFT'
                                    and n.treated_on >= v.booked_on)""").param("appointment", appointment).query(Long.class).single() > 0;
    }

    /**
     * Returns whether a signed note that is being viewed still has its signed content. A mismatch is recorded in the
     * audit trail and logged.
     */
    boolean isAsSigned(SessionNote note) {
        return check.isAsSigned(name(), "note", signed(note));
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
                .map(this::signed)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Recorded> findSignedInEarlierText(UUID id) {
        return notes.findById(id).filter(note -> note.isInEarlierText(seal)).map(SessionNote::signature);
    }

    private Signed signed(SessionNote note) {
        return new Signed(
                note.id().value(),
                note.signature(),
                note.isIntact(seal),
                note.isStatusOnRecord(),
                note.mustBeMissing());
    }
}
