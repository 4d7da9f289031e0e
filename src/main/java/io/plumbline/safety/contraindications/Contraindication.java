package io.plumbline.safety.contraindications;

import io.plumbline.patients.AlertKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reason against a technique, as data. It is proposed by any of its facts; one without a fact is only chosen by hand.
 *
 * @param site where it applies; null for everywhere
 * @param source where it was published
 * @param reviewedOn when the clinic's licensed lead reviewed it; null while nobody has
 * @param history the facts of the history that propose it
 * @param screen the rules of the red-flag screen whose yes or finding proposes it
 * @param alert the alert that heeds it from now on; null if there is none
 * @param agreement with whom the technique is agreed, or it is not done; null where nobody's agreement is asked
 * @param fromWeek the first week of a pregnancy in which it is proposed; null for any, also one that is not known
 * @param toWeek the last week, likewise; proposed too where the week is not known
 */
public record Contraindication(
        String code,
        String name,
        Technique technique,
        Level level,
        @Nullable String site,
        String source,
        @Nullable LocalDate reviewedOn,
        List<HistoryFact> history,
        List<String> screen,
        @Nullable AlertKind alert,
        @Nullable Agreement agreement,
        @Nullable Integer fromWeek,
        @Nullable Integer toWeek) {
    /** With whom a technique is agreed that is otherwise not done. */
    public enum Agreement {
        PRESCRIBER,
        /** The surgeon or the treating physician: who, when and what. */
        SURGEON
    }

    /** What a contraindication speaks against. */
    public enum Technique {
        THRUST("Thrust"),
        MOBILISATION("Mobilization"),
        DEEP_PRESSURE("Deep pressure"),
        MASSAGE_ANY("Massage"),
        EXERCISE_LOADED("Loaded exercise");

        private final String label;

        Technique(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far a contraindication goes. */
    public enum Level {
        ABSOLUTE("Absolute"),
        RELATIVE("Relative"),
        LOCAL("At the site");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Returns whether its history proposes it in a week of a pregnancy; null if not pregnant or not known. */
    boolean isProposedIn(@Nullable Integer week) {
        return week == null
                ? fromWeek == null
                : (fromWeek == null || week >= fromWeek) && (toWeek == null || week <= toWeek);
    }

    /** Returns technique, level and site in one line. */
    public String reach() {
        return technique.label() + ", " + level.label().toLowerCase(Locale.ROOT) + (site == null ? "" : ", " + site);
    }
}
