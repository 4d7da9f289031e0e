package io.plumbline.intake;

import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an intake note may conclude. A therapist does not diagnose: a finding of level E, U or R is
 * concluded by a chiropractor, and so is a referral. Source: scope of practice of massage therapists.
 */
public final class IntakeScope {
    private static final List<IntakeOutcome> OF_CHIROPRACTORS =
            List.of(IntakeOutcome.SUITABLE, IntakeOutcome.SUITABLE_WITH_CAUTION, IntakeOutcome.REFER);

    private static final List<IntakeOutcome> OF_THERAPISTS =
            List.of(IntakeOutcome.SUITABLE, IntakeOutcome.SUITABLE_WITH_CAUTION, IntakeOutcome.CHIROPRACTOR_TO_DECIDE);

    private IntakeScope() {}

    /** Returns whether the current user concludes what was found. */
    public static boolean mayConclude() {
        return CurrentUser.may(Permission.INTAKE_CONCLUDE);
    }

    /**
     * Returns whether the current user decides on a contraindication. That to a thrust is left to a chiropractor, and stands
     * until one has decided.
     */
    public static boolean mayDecide(Contraindication contraindication) {
        return mayDecide(mayConclude(), contraindication);
    }

    static boolean mayDecide(boolean mayConclude, Contraindication contraindication) {
        return mayConclude || contraindication.technique() != Contraindication.Technique.THRUST;
    }

    /** Returns the outcomes that the current user may choose, in the order of the form. */
    public static List<IntakeOutcome> outcomes() {
        return outcomes(mayConclude());
    }

    static List<IntakeOutcome> outcomes(boolean mayConclude) {
        return mayConclude ? OF_CHIROPRACTORS : OF_THERAPISTS;
    }

    /**
     * Refuses an outcome outside the author's scope.
     *
     * @param outcome null if none is chosen, which is not refused here
     * @param isFlagged whether a red flag of level E, U or R was found or is open
     * @throws Refused with a message for the user
     */
    static void requireWithin(boolean mayConclude, @Nullable IntakeOutcome outcome, boolean isFlagged) {
        if (outcome == null) {
            return;
        }
        if (!outcomes(mayConclude).contains(outcome)) {
            throw new Refused(
                    mayConclude
                            ? "You conclude this note yourself: choose another outcome than “" + outcome.label() + "”"
                            : "A chiropractor decides on a referral: choose the outcome “"
                                    + IntakeOutcome.CHIROPRACTOR_TO_DECIDE.label() + "”");
        }
        if (!mayConclude && isFlagged && outcome.isConclusion()) {
            throw new Refused(
                    "A red flag of level E, U or R was found or is open, and a chiropractor concludes: choose the"
                            + " outcome “" + IntakeOutcome.CHIROPRACTOR_TO_DECIDE.label() + "”");
        }
    }
}
