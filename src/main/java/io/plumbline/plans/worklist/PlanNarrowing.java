package io.plumbline.plans.worklist;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Whose plans a worklist shows.
 *
 * @param clinic only plans of this clinic; null for all
 * @param responsible only plans for which this practitioner is responsible; null for all
 */
public record PlanNarrowing(
        @Nullable ClinicId clinic, @Nullable StaffId responsible) {
    /** Leaves nothing out. */
    public static final PlanNarrowing NONE = new PlanNarrowing(null, null);

    /** Returns whether this shows a plan. */
    public boolean shows(PlanRow row) {
        return (clinic == null || clinic.equals(row.clinic()))
                && (responsible == null || responsible.equals(row.responsible()));
    }
}
