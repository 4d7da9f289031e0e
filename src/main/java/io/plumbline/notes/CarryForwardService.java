package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
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
    private final NoteReaderQuery readers;
    private final OfferedModalities offered;
    private final SignedNotes signed;
    private final RelationService relations;
    private final ApplicationEventPublisher events;

    CarryForwardService(
            SessionNotes notes,
            NoteReaderQuery readers,
            OfferedModalities offered,
            SignedNotes signed,
            RelationService relations,
            ApplicationEventPublisher events) {
        this.notes = notes;
        this.readers = readers;
        this.offered = offered;
        this.signed = signed;
        this.relations = relations;
        this.events = events;
    }

    /**
     * Returns what may be carried forward into a draft of the current user, and records that the earlier note was viewed. A
     * draft that carries something already has that note as its only source.
     *
     * @param draft a draft, stored or not
     * @return empty if there is no earlier signed note of the same discipline, it is no longer as it was signed, it
     *     is restricted to others, or its patient is not in relation to the current user
     */
    @Transactional
    public Optional<CarryForward> findFor(NoteDetails draft) {
        if (!relations.scopeOf(draft.patient()).isClinical(draft.patient())) {
            return Optional.empty();
        }
        var source = source(draft)
                .flatMap(notes::findById)
                .filter(note -> relations.scopeOf(draft.patient()).isClinical(note.patient())
                        && note.status().isSigned())
                .filter(readers::mayRead)
                .filter(signed::isAsSigned);
        source.ifPresent(note -> events.publishEvent(new NoteEvent.Viewed(note.id(), note.patient())));
        return source.map(this::carry);
    }

    private Optional<UUID> source(NoteDetails draft) {
        var carried = draft.draft().details().carried();
        return carried != null
                ? Optional.of(carried.from().value())
                : notes
                        .lastSigned(
                                relations.scopeOf(draft.patient()).patients(),
                                draft.service(),
                                draft.treatedOn(),
                                Limit.of(1))
                        .stream()
                        .findFirst();
    }

    private CarryForward carry(SessionNote note) {
        var modalities = offered.findFor(note.service()).stream()
                .map(Modalities.Modality::code)
                .collect(Collectors.toSet());
        return CarryForward.of(note.id(), note.treatedOn(), note.service(), note.draft(), modalities);
    }
}
