package io.plumbline.plans.worklist;

import io.plumbline.phases.ReviewReason;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.shared.FlagLevel;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a plan in the worklist is, from 0 to 100: the points of its reasons, added up. Only what the worklist says
 * anyway counts, in the order of {@link Need}. An emergency comes before an urgent flag, and that before all else; then a
 * referral that is to be written, a patient who is worse, then what is to be decided first, then cautions; a plan that
 * rests comes after those that go on. The points order work; they say nothing about the patient's health.
 *
 * <ul>
 *   <li>flag in force: 90 at level E, 80 at level U or if only the hold is visible; at level R 25, or none where it is what
 *       is to be decided first; at level C 15; of a plan on hold 15 and 10
 *   <li>referral to write: 40
 *   <li>behind: 6, and 2 for each missed visit, up to 14
 *   <li>clinician's review due: 35 if the patient is worse, 32 if something is to be decided first, otherwise 8
 *   <li>step to decide: 6
 *   <li>re-evaluation due: 4
 *   <li>no visit booked: 6
 *   <li>agreement missing: 6
 *   <li>ending within two weeks: 2
 * </ul>
 *
 * <p>With level E the sum is at most 100, with level U at most 89, and at most 79 without either.
 */
public final class PlanUrgency {
    /** The most points that a plan can have. */
    public static final int MOST = 100;

    private static final int REFERRAL_OPEN = 40;
    private static final int BEHIND = 6;
    private static final int EACH_MISSED = 2;
    private static final int MOST_BEHIND = 14;
    private static final int EMERGENCY = 90;
    private static final int URGENT = 80;
    private static final int WORSE = 35;
    private static final int UNDECIDED = 32;
    private static final int REVIEW_DUE = 8;
    private static final int STEP_OPEN = 6;
    private static final int REEVALUATION_DUE = 4;
    private static final int NOT_BOOKED = 6;
    private static final int AGREEMENT_MISSING = 6;
    private static final int ENDING = 2;

    private PlanUrgency() {}

    /** Returns the points of all reasons of a plan. */
    public static int of(PlanRow row) {
        var sum = row.needs().stream().mapToInt(need -> of(row, need)).sum();
        return Math.min(most(row), sum);
    }

    private static int most(PlanRow row) {
        if (row.flag() == FlagLevel.E) {
            return MOST;
        }
        return row.flag() == FlagLevel.U || row.clinicalHold() ? EMERGENCY - 1 : URGENT - 1;
    }

    /** Returns the points of one reason of a plan. */
    public static int of(PlanRow row, Need need) {
        return switch (need) {
            case FLAG_OPEN -> ofFlag(row);
            case REFERRAL_OPEN -> REFERRAL_OPEN;
            case BEHIND -> Math.min(MOST_BEHIND, BEHIND + EACH_MISSED * row.missed());
            case REVIEW_DUE -> ofReview(row.course().review());
            case STEP_OPEN -> STEP_OPEN;
            case REEVALUATION_DUE -> REEVALUATION_DUE;
            case NOT_BOOKED -> NOT_BOOKED;
            case AGREEMENT_MISSING -> AGREEMENT_MISSING;
            case ENDING -> ENDING;
        };
    }

    private static int ofFlag(PlanRow row) {
        if (row.flag() == null) {
            return URGENT;
        }
        return switch (row.flag()) {
            case E -> EMERGENCY;
            case U -> URGENT;
            case R -> ofReferFlag(row);
            case C -> row.isOnHold() ? 10 : 15;
        };
    }

    private static int ofReferFlag(PlanRow row) {
        if (row.course().review() == ReviewReason.UNDECIDED) {
            return 0;
        }
        return row.isOnHold() ? 15 : 25;
    }

    private static int ofReview(@Nullable ReviewReason review) {
        if (review == null) {
            return REVIEW_DUE;
        }
        return switch (review) {
            case WORSE_THAN_AT_START, WORSE_THAN_BEFORE -> WORSE;
            case UNDECIDED -> UNDECIDED;
            case UNCHANGED, NOT_JUDGED, TOO_LONG -> REVIEW_DUE;
        };
    }
}
