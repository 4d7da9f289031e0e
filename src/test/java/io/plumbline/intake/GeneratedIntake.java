package io.plumbline.intake;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Intake notes, written in full and then signed: between the two they are in the store. */
public final class GeneratedIntake {
    private final ScreeningRules rules;
    private final GeneratedTrail trail;

    public GeneratedIntake(ScreeningRules rules, GeneratedTrail trail) {
        this.rules = rules;
        this.trail = trail;
    }

    public AbstractAggregateRoot<?> written(
            PatientId patient, ClinicId clinic, String complaint, BodyRegion area, int pain, StaffId by, Instant at) {
        var note = IntakeNote.begun(patient, clinic, IntakeDraft.of(complaint), by, at);
        Map<String, ScreeningAnswer> noToAll =
                rules.asked().stream().collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        note.write(
                new IntakeDraft(
                        complaint,
                        "Some weeks ago, slowly",
                        new Pain(pain),
                        new Pain(Math.min(Pain.WORST, pain + 2)),
                        new Pain(Math.max(0, pain - 1)),
                        List.of(new MarkedArea(area, "dull", new Pain(pain), null)),
                        Set.of("SITTING", "WEAK_CORE"),
                        List.of(new Limitation("Sitting for an hour", 5)),
                        noToAll,
                        true,
                        IntakeOutcome.SUITABLE,
                        IntakeMore.EMPTY),
                by,
                at);
        trail.tell(note, by, at);
        return note;
    }

    public IntakeId idOf(AbstractAggregateRoot<?> written) {
        return ((IntakeNote) written).id();
    }

    public void sign(AbstractAggregateRoot<?> written, StaffId by, Instant at) {
        ((IntakeNote) written).sign(rules, by, at, trail.contentSeal());
        trail.tell(written, by, at);
    }
}
