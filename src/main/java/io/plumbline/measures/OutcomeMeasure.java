package io.plumbline.measures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published outcome measure as data: what is asked, the range of its score, and the change that patients notice.
 *
 * @param code stable, at most 24 characters
 * @param title the full published name
 * @param prompt what is asked, in words that the license allows us to show; {@code {pain}} and {@code {part}} stand for
 *     what hurts, see {@link #promptAbout}
 * @param lowest the lowest possible score
 * @param highest the highest possible score
 * @param decimals the decimals of a score
 * @param lowestWords what the lowest score means; empty if the prompt says it
 * @param highestWords what the highest score means; empty if the prompt says it
 * @param importantChange the smallest change that counts, in points; null if none is published
 * @param importantChangeOfOne the same for a score of a single activity; null if there is no difference
 * @param importantPercent the smallest change that counts, in percent of the baseline; null if none is published
 * @param improvesFrom a baseline below this score cannot show improvement; null if every one can
 * @param worsensUpTo a baseline above this score cannot show worsening; null if every one can
 * @param recoveredAt the score of a person who has recovered; null if none is published
 * @param isFollowUpOnly whether it compares with the start of care, so that it has no baseline
 * @param items the statements to tick; empty if none may be shown
 * @param entries the names of the numbers that are copied from a form that was filled in elsewhere; empty if it has a score
 * @param leastAnswered the fewest sections that may be answered; 1 for a measure without sections
 * @param bands in the order in which they are tried
 * @param source where the thresholds are published
 */
public record OutcomeMeasure(
        String code,
        String name,
        String title,
        Form form,
        String prompt,
        int lowest,
        int highest,
        int decimals,
        String lowestWords,
        String highestWords,
        Direction direction,
        @Nullable BigDecimal importantChange,
        @Nullable BigDecimal importantChangeOfOne,
        @Nullable Integer importantPercent,
        @Nullable BigDecimal improvesFrom,
        @Nullable BigDecimal worsensUpTo,
        @Nullable BigDecimal recoveredAt,
        boolean isFollowUpOnly,
        List<String> items,
        List<String> entries,
        int leastAnswered,
        List<Band> bands,
        String source,
        String license) {

    public OutcomeMeasure {
        items = List.copyOf(items);
        entries = List.copyOf(entries);
        bands = List.copyOf(bands);
    }

    /** Returns whether it says what a person can do; a single rating says how they feel, and a subscore a risk. */
    public boolean isOfFunction() {
        return form != Form.RATING && form != Form.TOTAL_AND_SUBSCORE;
    }

    /** What a person enters. */
    public enum Form {
        /** One number on a scale. */
        RATING,
        /** The statements that apply today; the score is their number. */
        STATEMENTS,
        /** One to five activities of the patient's own, each rated; the score is their mean. */
        ACTIVITIES,
        /** The score of a form that was filled in elsewhere. */
        TOTAL,
        /**
         * The sum of the answered sections of a form that was filled in elsewhere; the score is the same share of the
         * highest score.
         */
        SECTIONS,
        /** The answers of a form that was filled in elsewhere; the score is their mean. */
        ENTRIES,
        /** The total and the subscore of a form that was filled in elsewhere. */
        TOTAL_AND_SUBSCORE
    }

    /** Which end of the scale is the good one. */
    public enum Direction {
        LOWER_IS_BETTER,
        HIGHER_IS_BETTER
    }

    /**
     * A named range of scores.
     *
     * @param upTo its highest score
     * @param subscoreFrom its lowest subscore; null if the subscore does not matter
     */
    public record Band(String label, int upTo, @Nullable Integer subscoreFrom) {
        private boolean holds(BigDecimal score, int subscore) {
            return score.compareTo(BigDecimal.valueOf(upTo)) <= 0 && (subscoreFrom == null || subscore >= subscoreFrom);
        }
    }

    /** Returns what is asked, with the name of what hurts. */
    public String promptAbout(AskedAbout what) {
        return prompt.replace("{pain}", what.pain()).replace("{part}", what.part());
    }

    /**
     * Scores the answers exactly as published.
     *
     * @throws io.plumbline.shared.Refused if an answer is missing or impossible; the message is for the user
     */
    public ScoreResult score(MeasureAnswers answers) {
        return Scoring.score(this, answers);
    }

    /** Returns whether the items of the measure are asked, or only the score of a form that was filled in elsewhere. */
    public boolean isAsked() {
        return switch (form) {
            case RATING, STATEMENTS, ACTIVITIES -> true;
            case TOTAL, SECTIONS, ENTRIES, TOTAL_AND_SUBSCORE -> false;
        };
    }

    Optional<String> band(BigDecimal score, int subscore) {
        return bands.stream()
                .filter(band -> band.holds(score, subscore))
                .map(Band::label)
                .findFirst();
    }

    /**
     * Returns the smallest change that counts, in points; empty if none is published.
     *
     * @param activities of how many of the patient's own activities the score is; 0 for any other measure
     */
    public Optional<BigDecimal> importantChange(int activities) {
        return Optional.ofNullable(
                activities == 1 && importantChangeOfOne != null ? importantChangeOfOne : importantChange);
    }
}
