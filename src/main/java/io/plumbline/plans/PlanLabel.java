package io.plumbline.plans;

import io.plumbline.phases.PhaseStates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan in the list of a patient: its name and its progress, no clinical content.
 *
 * @param phases where it is in its phases; null before it is activated, and for one that was activated before this was
 *     kept
 * @param isWorse whether the patient was worse when the course was judged last, for those in relation to the patient; false
 *     for all others
 */
public record PlanLabel(
        PlanId id,
        ClinicId clinic,
        String title,
        PlanStatus status,
        int planned,
        int delivered,
        @Nullable PhaseStates phases,
        boolean isWorse) {}
