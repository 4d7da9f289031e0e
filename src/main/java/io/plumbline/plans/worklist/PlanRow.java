package io.plumbline.plans.worklist;

import io.plumbline.phases.Step;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan in the worklist: its progress and why it needs attention. No clinical content except the level of a
 * flag and the reason for a hold, which only those in relation to the patient get.
 *
 * @param missed how many planned visits have passed without being delivered
 * @param dueOn the day of the next planned visit; once all are delivered, of the last one
 * @param nextBookedOn the day of the next planned visit that is booked; null if there is none
 * @param bookedUntil the last day with a booked visit that is not delivered; January 1, 1970 if there is none
 * @param heldOn the day on which the plan was put on hold; null while it is active
 * @param holdReason the reason for the hold, for those in relation to the patient; null for all others
 * @param proposed the step that the facts speak for, for those in relation to the patient; null for all others
 * @param isStepOpen whether the facts propose a step other than to go on
 * @param reevaluationDueOn the day since which a re-evaluation is due; null if none is due
 * @param flag the level of the most urgent flag in force, for those in relation to the patient; null for all others
 * @param clinicalHold whether treatments and exercise sessions wait until a chiropractor has cleared the patient
 */
public record PlanRow(
        PlanId id,
        PatientId patient,
        String patientName,
        String title,
        int planned,
        int delivered,
        int missed,
        LocalDate dueOn,
        @Nullable LocalDate nextBookedOn,
        LocalDate bookedUntil,
        @Nullable LocalDate heldOn,
        @Nullable String holdReason,
        @Nullable Step proposed,
        boolean isStepOpen,
        @Nullable LocalDate reevaluationDueOn,
        @Nullable FlagLevel flag,
        boolean clinicalHold) {
    /** Why a plan needs attention, most urgent first. */
    public enum Need {
        FLAG_OPEN,
        BEHIND,
        STEP_OPEN,
        REEVALUATION_DUE,
        NOT_BOOKED
    }

    /** Returns why this plan needs attention; empty if it is on track or on hold. */
    public Set<Need> needs() {
        var needs = EnumSet.noneOf(Need.class);
        if (flag != null || clinicalHold) {
            needs.add(Need.FLAG_OPEN);
        }
        if (heldOn != null) {
            return needs;
        }
        if (missed > 0) {
            needs.add(Need.BEHIND);
        }
        if (isStepOpen) {
            needs.add(Need.STEP_OPEN);
        }
        if (reevaluationDueOn != null) {
            needs.add(Need.REEVALUATION_DUE);
        }
        if (nextBookedOn == null && delivered < planned) {
            needs.add(Need.NOT_BOOKED);
        }
        return needs;
    }
}
