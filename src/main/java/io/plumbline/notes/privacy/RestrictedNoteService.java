package io.plumbline.notes.privacy;

import io.plumbline.access.RelationService;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.notes.NotesToCosign;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows those in relation to a patient that a session note is restricted to others, with its facts of safety, and opens
 * it to them in an emergency.
 */
@Service
@Transactional
@Requires(Permission.NOTE_READ)
public class RestrictedNoteService {
    private final RestrictedNoteQuery query;
    private final NotesToCosign toCosign;
    private final RelationService relations;
    private final BreakGlassService breakGlass;
    private final ApplicationEventPublisher events;

    RestrictedNoteService(
            RestrictedNoteQuery query,
            NotesToCosign toCosign,
            RelationService relations,
            BreakGlassService breakGlass,
            ApplicationEventPublisher events) {
        this.query = query;
        this.toCosign = toCosign;
        this.relations = relations;
        this.breakGlass = breakGlass;
        this.events = events;
    }

    /**
     * Returns what the current user sees of a signed note that is restricted to others, and records in the audit trail that
     * they viewed it without its content. Ask before the note itself is opened, which would be recorded as refused.
     *
     * @return empty if there is no such note, the current user may read it, also because it waits for their co-signature, or
     *     its patient is not in relation to the current user; then nothing is recorded
     */
    public Optional<RestrictedNote> open(NoteId id) {
        var found = find(id);
        found.ifPresent(note -> events.publishEvent(new NotePrivacyEvent.RestrictedViewed(id, note.patient())));
        return found;
    }

    /**
     * Gives the current user break-glass access to the record of a note that is restricted to others: for an hour they read all
     * restricted notes of the patient. Does nothing if {@link #open} returns empty.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     */
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void breakGlass(NoteId id, OperationId operation, BreakGlassReason reason) {
        find(id).ifPresent(note -> breakGlass.openRestricted(operation, note.patient(), reason));
    }

    private Optional<RestrictedNote> find(NoteId id) {
        return query.find(id)
                .filter(note -> relations.scopeOf(note.patient()).isClinical(note.patient()))
                .filter(note -> toCosign.patientOf(id).isEmpty());
    }
}
