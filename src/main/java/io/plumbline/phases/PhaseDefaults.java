package io.plumbline.phases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the phases with which a new plan begins, as versioned data with a source.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 * @param phases one for each phase
 */
public record PhaseDefaults(
        String version, String source, @Nullable String approvedBy, List<PhaseRules> phases) {
    public PhaseDefaults {
        phases = List.copyOf(phases);
    }

    /** Returns the rules of a phase: those of the plan if it has any, otherwise the usual ones. */
    public PhaseRules rulesOf(PlanPhase phase, List<PhaseRules> ofPlan) {
        return ofPlan.stream()
                .filter(rules -> rules.phase() == phase)
                .findFirst()
                .orElseGet(() -> phases.stream()
                        .filter(rules -> rules.phase() == phase)
                        .findFirst()
                        .orElseThrow());
    }
}
