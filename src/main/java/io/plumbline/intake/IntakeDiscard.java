package io.plumbline.intake;

import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.ToldAnswers;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.ContentHash;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Discards drafts of intake notes. Each is kept aside with the reason, where no screen reads it. */
@Component
class IntakeDiscard {
    private static final int MOST_REASON = 400;

    private final IntakeNotes notes;
    private final ScreeningService screening;
    private final ToldAnswers told;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeDiscard(
            IntakeNotes notes,
            ScreeningService screening,
            ToldAnswers told,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.screening = screening;
        this.told = told;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Discards a draft.
     *
     * @param reason why, 1 to 400 characters
     * @throws Refused if the note is signed, a red flag was raised from it, or the reason is missing or too long; the
     *     message is for the user
     */
    void discard(IntakeNote note, String reason) {
        note.requireDraft();
        if (!screening.raisedFrom(note.id().asClinicalNote(), note.patient()).isEmpty()) {
            throw new Refused("A red flag was raised from this note, so the note stays on record");
        }
        var amendment = note.amendment();
        jdbc.sql("""
                insert into intake_note_discarded (id, patient_id, clinic_id, amends_id, content, reason, discarded_by,
                    discarded_at)
                values (:id, :patient, :clinic, :amends, :content, :reason, :by, :at)""")
                .param("id", note.id())
                .param("patient", note.patient())
                .param("clinic", note.clinic())
                .param("amends", amendment == null ? null : amendment.amendsId())
                .param("content", ContentHash.canonicalJson(note.draft()))
                .param("reason", TextLimit.required("The reason", reason, MOST_REASON))
                .param("by", CurrentUser.current().staff())
                .param("at", clock.instant())
                .update();
        told.discarded(note.id().asClinicalNote());
        notes.delete(note);
        events.publishEvent(new IntakeEvent.Discarded(note.id(), note.patient()));
    }
}
