package io.plumbline.notes;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.ContentHash;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Discards drafts. One that says something is kept aside with the reason, where no screen reads it. */
@Component
class NoteDiscard {
    private static final int MOST_REASON = 400;

    private final SessionNotes notes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteDiscard(SessionNotes notes, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.notes = notes;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param reason why, at most 400 characters; an empty draft needs none
     * @param unread whether somebody else closes the draft of an author who has left
     * @throws io.plumbline.shared.Refused if the note is signed, or the reason is missing
     */
    void discard(SessionNote note, String reason, boolean unread) {
        note.requireDraft();
        if (!note.isEmpty()) {
            keep(note, TextLimit.required("The reason", reason, MOST_REASON));
        }
        notes.delete(note);
        events.publishEvent(new NoteEvent.Discarded(note.id(), note.patient(), unread));
    }

    private void keep(SessionNote note, String reason) {
        jdbc.sql("""
                insert into session_note_discarded (id, patient_id, clinic_id, author_id, service, treated_on, content,
                    reason, discarded_by, discarded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        note.id(),
                        note.patient(),
                        note.clinic(),
                        note.author(),
                        note.service().name(),
                        note.treatedOn(),
                        ContentHash.canonicalJson(note.draft()),
                        reason,
                        CurrentUser.current().staff(),
                        clock.instant())
                .update();
    }
}
