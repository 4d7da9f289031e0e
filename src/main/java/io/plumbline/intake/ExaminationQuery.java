package io.plumbline.intake;

import io.plumbline.shared.ids.IntakeId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the examinations of a patient. Whoever calls it checks who may read them. */
@Component
public class ExaminationQuery {
    private final IntakeNotes notes;

    ExaminationQuery(IntakeNotes notes) {
        this.notes = notes;
    }

    /** Returns an examination as its newest signed version records it; empty while it is a draft, or discarded. */
    public Optional<Examination> find(IntakeId note) {
        return notes.findById(note.value())
                .filter(first -> first.signedAt() != null)
                .map(first -> of(first, newest(first)));
    }

    /** Returns whether a note is still being written. */
    public boolean isDraft(IntakeId note) {
        return notes.findById(note.value())
                .filter(found -> found.signedAt() == null)
                .isPresent();
    }

    private IntakeNote newest(IntakeNote first) {
        return notes.versions(List.of(first.patient()), first.id().value()).stream()
                .filter(version -> version.signedAt() != null)
                .reduce((earlier, later) -> later)
                .flatMap(version -> notes.findById(version.id().value()))
                .orElse(first);
    }

    private static Examination of(IntakeNote first, IntakeNote newest) {
        var draft = newest.draft();
        var found = draft.more().examination();
        return new Examination(
                Objects.requireNonNull(first.signedAt()),
                Objects.requireNonNull(newest.signedBy()),
                !found.motions().isEmpty() || !found.tests().isEmpty(),
                draft.areas().stream().anyMatch(ExaminationQuery::hasNerveSigns),
                found.tests().stream().anyMatch(IntakeExamination.Test::isNeurological),
                IntakeOutcome.TREATED.contains(draft.outcome()));
    }

    private static boolean hasNerveSigns(MarkedArea area) {
        var felt = PainQuality.in(area.quality());
        return area.radiatingTo() != null || felt.contains(PainQuality.NUMB) || felt.contains(PainQuality.TINGLING);
    }
}
