package io.plumbline.intake;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds the examinations of a patient. Whoever calls it checks who may read them. */
@Component
public class ExaminationQuery {
    private final IntakeNotes notes;

    ExaminationQuery(IntakeNotes notes) {
        this.notes = notes;
    }

    /** Returns the examination that was signed last, as its newest version records it; empty if there is none. */
    public Optional<Examination> findLast(Collection<PatientId> records) {
        return notes.signedLast(records, Limit.of(1)).stream().findFirst().map(first -> of(first, newest(first)));
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
                first.id(),
                first.clinic(),
                Objects.requireNonNull(first.signedAt()),
                Objects.requireNonNull(first.signedBy()),
                !found.motions().isEmpty() || !found.tests().isEmpty(),
                draft.areas().stream().anyMatch(ExaminationQuery::hasNerveSigns),
                !found.tests().isEmpty());
    }

    private static boolean hasNerveSigns(MarkedArea area) {
        var felt = PainQuality.in(area.quality());
        return area.radiatingTo() != null || felt.contains(PainQuality.NUMB) || felt.contains(PainQuality.TINGLING);
    }
}
