package io.plumbline.plans.worklist;

import io.plumbline.plans.worklist.PlanRow.Need;

/**
 * How urgent a plan in the worklist is, from 0 to 100: the points of its reasons, added up. Only what the worklist says
 * anyway counts, in the order of {@link Need}: a flag weighs more than all other reasons together. The points order
 * work; they say nothing about the patient's health.
 *
 * <ul>
 *   <li>flag in force: 60 at level E, 55 at level U or if only the hold is visible, 45 at any other level
 *   <li>behind: 6, and 2 for each missed visit, up to 14
 *   <li>clinician's review due: 8
 *   <li>step to decide: 6
 *   <li>re-evaluation due: 4
 *   <li>no visit booked: 6
 *   <li>agreement missing: 6
 *   <li>ending within two weeks: 2
 * </ul>
 */
public final class PlanUrgency {
    /** The most points that a plan can have. */
    public static final int MOST = 100;

    private static final int BEHIND = 6;
    private static final int EACH_MISSED = 2;
    private static final int MOST_BEHIND = 14;
    private static final int REVIEW_DUE = 8;
    private static final int STEP_OPEN = 6;
    private static final int REEVALUATION_DUE = 4;
    private static final int NOT_BOOKED = 6;
    private static final int AGREEMENT_MISSING = 6;
    private static final int ENDING = 2;

    private PlanUrgency() {}

    /** Returns the points of all reasons of a plan. */
    public static int of(PlanRow row) {
        return row.needs().stream().mapToInt(need -> of(row, need)).sum();
    }

    /** Returns the points of one reason of a plan. */
    public static int of(PlanRow row, Need need) {
        return switch (need) {
            case FLAG_OPEN -> ofFlag(row);
            case BEHIND -> Math.min(MOST_BEHIND, BEHIND + EACH_MISSED * row.missed());
            case REVIEW_DUE -> REVIEW_DUE;
            case STEP_OPEN -> STEP_OPEN;
            case REEVALUATION_DUE -> REEVALUATION_DUE;
            case NOT_BOOKED -> NOT_BOOKED;
            case AGREEMENT_MISSING -> AGREEMENT_MISSING;
            case ENDING -> ENDING;
        };
    }

    private static int ofFlag(PlanRow row) {
        if (row.flag() == null) {
            return 55;
        }
        return switch (row.flag()) {
            case E -> 60;
            case U -> 55;
            case R, C -> 45;
        };
    }
}
