package io.plumbline.plans.ui;

import io.plumbline.plans.PlanDetails;
import java.util.Locale;

/** Says in a dialog about a plan that a colleague changed the plan, or that the current user may see it no more. */
final class ChangedPlan {
    private static final String CHANGED = "A colleague changed this plan in the meantime";

    /** For a dialog that cannot look at the plan again. */
    static final String OPEN_AGAIN = CHANGED + ". Copy what you typed, then close this and open the plan again.";

    private ChangedPlan() {}

    /** @param verb what the plan is, such as "is still" */
    static String status(PlanDetails now, String verb) {
        return CHANGED + ": it " + verb + " " + now.status().label().toLowerCase(Locale.ROOT);
    }

    /** Returns how far the plan is, to follow its status; empty if it has no visits. */
    static String progress(PlanDetails now) {
        return now.visits().isEmpty()
                ? ""
                : ", with " + now.delivered() + " of " + now.visits().size() + " visits delivered";
    }
}
