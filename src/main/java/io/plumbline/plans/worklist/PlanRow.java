package io.plumbline.plans.worklist;

import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan in the worklist: its progress and why it needs attention. No clinical content except the level of a
 * flag and the reason for a hold, which only those in relation to the patient get.
 *
 * @param responsible the practitioner who is responsible; null if nobody was recorded
 * @param missed how many planned visits have passed without being delivered
 * @param dueOn the day of the next planned visit; once all are delivered, of the last one; the start of a draft
 * @param nextBookedOn the day of the next planned visit that is booked; null if there is none
 * @param bookedUntil the last day with a booked visit that is not delivered; January 1, 1970 if there is none
 * @param status active, on hold, or a draft that waits for nothing but the patient's agreement
 * @param heldOn the day on which the plan was put on hold; null while it is not, and if the day is not known
 * @param holdReason the reason for the hold, for those in relation to the patient; null for all others
 * @param endsOn the day of the last visit, if it is within {@link #ENDS_WITHIN_DAYS} days or has passed; otherwise null
 * @param flag the level of the most urgent flag in force, for those in relation to the patient; null for all others
 * @param clinicalHold whether treatments and exercise sessions wait until a chiropractor has cleared the patient
 */
public record PlanRow(
        PlanId id,
        PatientId patient,
        ClinicId clinic,
        @Nullable StaffId responsible,
        String patientName,
        String title,
        int planned,
        int delivered,
        int missed,
        LocalDate dueOn,
        @Nullable LocalDate nextBookedOn,
        LocalDate bookedUntil,
        PlanStatus status,
        @Nullable LocalDate heldOn,
        @Nullable String holdReason,
        @Nullable LocalDate endsOn,
        Course course,
        @Nullable FlagLevel flag,
        boolean clinicalHold) {
    /** A plan is about to end this many days before its last visit. */
    public static final int ENDS_WITHIN_DAYS = 14;

    /**
     * What scores and visits say about the course of a plan.
     *
     * @param proposed the step that the facts speak for, for those in relation to the patient; null for all others
     * @param isStepOpen whether the facts propose a step other than to go on
     * @param review why a clinician should look at the plan, for those in relation to the patient; null for all others
     * @param isReviewDue whether a clinician should look at the plan
     * @param isNextStepKnown whether the facts answer what comes next; not before they are judged, nor while one of them is
     *     missing or a referral is to be written
     * @param reevaluationDueOn the day since which a re-evaluation is due; null if none is due
     * @param referralOpenOn the day on which it was decided to refer the patient, while no referral is written, for those
     *     in relation to the patient; otherwise null
     */
    public record Course(
            @Nullable Step proposed,
            boolean isStepOpen,
            @Nullable ReviewReason review,
            boolean isReviewDue,
            boolean isNextStepKnown,
            @Nullable LocalDate reevaluationDueOn,
            @Nullable LocalDate referralOpenOn) {
        /** Returns why a clinician should look at the plan, in words; empty if nothing asks for it. */
        public String reviewLabel() {
            return review == null ? "" : review.label();
        }

        /** Returns which referral is to be written, in words; empty if none is. */
        public String referralLabel() {
            return referralOpenOn == null ? "" : "Referral not written: decided " + Dates.day(referralOpenOn);
        }

        /** Nothing to decide. */
        public static final Course ON_TRACK = new Course(null, false, null, false, true, null, null);
    }

    /** Why a plan needs attention, most urgent first. */
    public enum Need {
        FLAG_OPEN,
        REFERRAL_OPEN,
        BEHIND,
        REVIEW_DUE,
        STEP_OPEN,
        REEVALUATION_DUE,
        NOT_BOOKED,
        AGREEMENT_MISSING,
        ENDING
    }

    /** Returns whether this is a draft that waits for nothing but the patient's agreement. */
    public boolean awaitsAgreement() {
        return status == PlanStatus.DRAFT;
    }

    /** Returns whether the plan is on hold. */
    public boolean isOnHold() {
        return status == PlanStatus.ON_HOLD;
    }

    /** Returns why this plan needs attention; empty if it is on track, or on hold with nothing left to do. */
    public Set<Need> needs() {
        var needs = EnumSet.noneOf(Need.class);
        if (flag != null || clinicalHold) {
            needs.add(Need.FLAG_OPEN);
        }
        if (course.referralOpenOn() != null) {
            needs.add(Need.REFERRAL_OPEN);
        }
        if (awaitsAgreement()) {
            needs.add(Need.AGREEMENT_MISSING);
        }
        if (status != PlanStatus.ACTIVE) {
            return needs;
        }
        if (missed > 0) {
            needs.add(Need.BEHIND);
        }
        if (course.isReviewDue()) {
            needs.add(Need.REVIEW_DUE);
        }
        if (course.isStepOpen()) {
            needs.add(Need.STEP_OPEN);
        }
        if (course.reevaluationDueOn() != null) {
            needs.add(Need.REEVALUATION_DUE);
        }
        if (nextBookedOn == null && delivered < planned) {
            needs.add(Need.NOT_BOOKED);
        }
        if (endsOn != null) {
            needs.add(Need.ENDING);
        }
        return needs;
    }
}
