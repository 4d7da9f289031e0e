package io.plumbline.recalls;

import io.plumbline.plans.worklist.PlanPace;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a patient is on the recall board: days alone.
 *
 * @param clinic where the patient would be called from
 * @param today the current date there
 * @param missedOn the last missed visit
 * @param aheadOn the next booked visit; null if nothing is booked
 * @param pace the active plan that is due first; null if there is none
 * @param mustNotBeCalled whether the patient asked not to be contacted, or is inactive or deceased
 */
record RecallFacts(
        ClinicId clinic,
        LocalDate today,
        @Nullable LocalDate lastVisitOn,
        @Nullable LocalDate missedOn,
        @Nullable LocalDate aheadOn,
        @Nullable PlanPace pace,
        boolean mustNotBeCalled) {
    /** Returns the day that is planned for the next visit; null without an active plan that has visits left. */
    @Nullable
    LocalDate plannedOn() {
        return pace == null || pace.visitsLeft() == 0 ? null : pace.nextPlannedOn();
    }
}
