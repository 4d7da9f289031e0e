package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.NoteId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers the author of a draft what may be carried forward from the patient's last signed note of the same discipline. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class CarryForwardService {
    private final SessionNotes notes;
    private final OfferedModalities offered;
    private final SignedNotes signed;
    private final RelationService relations;
    private final ApplicationEventPublisher events;

    CarryForwardService(
            SessionNotes notes,
            OfferedModalities offered,
            SignedNotes signed,
            RelationService relations,
            ApplicationEventPublisher events) {
        this.notes = notes;
        this.offered = offered;
        this.signed = signed;
        this.relations = relations;
        this.events = events;
    }

    /**
     * Returns what may be carried forward into a draft of the caller, and records that the earlier note was viewed.
     *
     * @return empty if there is no earlier signed note of the same discipline, it is no longer as it was signed, or the
     *     draft is not the caller's
     */
    @Transactional
    public Optional<CarryForward> findFor(NoteId draft) {
        var last = notes.findById(draft.value())
                .filter(note -> note.status() == NoteStatus.DRAFT)
                .filter(note -> note.author().equals(Caller.current().staff()))
                .filter(note -> relations.scopeOf(note.patient()).isClinical(note.patient()))
                .flatMap(
                        note -> notes.lastSigned(note.patient(), note.service(), note.treatedOn(), Limit.of(1)).stream()
                                .findFirst())
                .flatMap(notes::findById);
        last.ifPresent(note -> events.publishEvent(new NoteEvent.Viewed(note.id(), note.patient())));
        return last.map(this::carry);
    }

    /** Returns the note from which something was carried already, so that a draft has one source. */
    private Optional<UUID> source(SessionNote draft) {
        var carried = draft.draft().details().carried();
        return carried != null
                ? Optional.of(carried.from().value())
                : notes.lastSigned(draft.patient(), draft.service(), draft.treatedOn(), Limit.of(1)).stream()
                        .findFirst();
    }

    private CarryForward carry(SessionNote note) {
        var modalities = offered.findFor(note.service()).stream()
                .map(Modalities.Modality::code)
                .collect(Collectors.toSet());
        return CarryForward.of(note.id(), note.treatedOn(), note.service(), note.draft(), modalities);
    }
}
