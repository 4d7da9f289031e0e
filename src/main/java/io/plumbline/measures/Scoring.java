package io.plumbline.measures;

import io.plumbline.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores the answers to an outcome measure as published; refuses what nobody can have answered. */
final class Scoring {
    private static final int SECTIONS = 10;
    private static final int MOST_OF_SECTION = 5;
    /** The last items of the total, which make up the subscore; the others add a point each. */
    private static final int MOST_SUBSCORE = 5;

    private Scoring() {}

    static ScoreResult score(OutcomeMeasure measure, MeasureAnswers answers) {
        return switch (measure.form()) {
            case RATING, TOTAL -> result(measure, answers, one(measure, answers));
            case STATEMENTS -> result(measure, answers, ticked(measure, answers));
            case ACTIVITIES -> result(measure, answers, mean(measure, answers));
            case SECTIONS -> result(measure, answers, inProportion(measure, answers));
            case ENTRIES -> result(measure, answers, meanOfEntries(measure, answers));
            case TOTAL_AND_SUBSCORE -> totalAndSubscore(measure, answers);
        };
    }

    private static ScoreResult result(OutcomeMeasure measure, MeasureAnswers answers, BigDecimal score) {
        return new ScoreResult(answers, score, measure.band(score, 0).orElse(null));
    }

    private static BigDecimal one(OutcomeMeasure measure, MeasureAnswers answers) {
        var score = answers.find(MeasureAnswers.SCORE).orElseThrow(() -> outOfRange(measure));
        return inRange(measure, score);
    }

    private static BigDecimal ticked(OutcomeMeasure measure, MeasureAnswers answers) {
        var numbers = IntStream.rangeClosed(1, measure.items().size())
                .mapToObj(String::valueOf)
                .toList();
        var seen = new HashSet<String>();
        for (var answer : answers.items()) {
            if (!numbers.contains(answer.item())
                    || answer.value().compareTo(BigDecimal.ONE) != 0
                    || !seen.add(answer.item())) {
                throw new IllegalArgumentException("Statement " + answer.item() + " cannot be ticked");
            }
        }
        return BigDecimal.valueOf(seen.size());
    }

    private static BigDecimal mean(OutcomeMeasure measure, MeasureAnswers answers) {
        var rated = answers.items();
        if (rated.isEmpty()) {
            throw new Refused("Name at least one activity and rate it");
        }
        if (rated.size() > MeasureAnswers.MOST_ACTIVITIES) {
            throw new Refused("Name at most five activities");
        }
        var names = new HashSet<String>();
        for (var activity : rated) {
            if (!names.add(activity.item().toLowerCase(Locale.ROOT))) {
                throw new Refused("\"" + activity.item() + "\" is named twice");
            }
            if (whole(activity.value(), measure.lowest(), measure.highest()).isEmpty()) {
                throw new Refused("Rate each activity from 0 to 10, in whole points");
            }
        }
        return mean(measure, rated);
    }

    private static BigDecimal mean(OutcomeMeasure measure, List<ItemAnswer> rated) {
        return rated.stream()
                .map(ItemAnswer::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rated.size()), measure.decimals(), RoundingMode.HALF_UP);
    }

    /** Scores a form of which every answer is copied; a mean alone, as it was entered before, is no answer to it. */
    private static BigDecimal meanOfEntries(OutcomeMeasure measure, MeasureAnswers answers) {
        for (int number = 1; number <= measure.entries().size(); number++) {
            if (whole(answers, String.valueOf(number), measure.lowest(), measure.highest())
                    .isEmpty()) {
                throw new Refused("Enter \"" + measure.entries().get(number - 1) + "\" as a whole number from "
                        + measure.lowest() + " to " + measure.highest());
            }
        }
        if (answers.items().size() != measure.entries().size()) {
            throw new IllegalArgumentException("There are other answers than those of the form");
        }
        return mean(measure, answers.items());
    }

    /** Unanswered sections make the most that is possible smaller, so that they change no share. */
    private static BigDecimal inProportion(OutcomeMeasure measure, MeasureAnswers answers) {
        int answered = whole(answers, MeasureAnswers.ANSWERED, measure.leastAnswered(), SECTIONS)
                .orElseThrow(() -> new Refused(
                        "Enter how many sections were answered, from " + measure.leastAnswered() + " to " + SECTIONS));
        int most = answered * MOST_OF_SECTION;
        var sum = whole(answers, MeasureAnswers.SUM, 0, most)
                .orElseThrow(() -> new Refused("Enter the sum, from 0 to " + most + " for " + answered
                        + (answered == 1 ? " answered section" : " answered sections")));
        return BigDecimal.valueOf((long) sum * measure.highest())
                .divide(BigDecimal.valueOf(most), measure.decimals(), RoundingMode.HALF_UP);
    }

    private static ScoreResult totalAndSubscore(OutcomeMeasure measure, MeasureAnswers answers) {
        int total = whole(answers, MeasureAnswers.TOTAL, measure.lowest(), measure.highest())
                .orElseThrow(() -> outOfRange(measure));
        int least = Math.max(0, total - (measure.highest() - MOST_SUBSCORE));
        int most = Math.min(total, MOST_SUBSCORE);
        int subscore = whole(answers, MeasureAnswers.SUBSCORE, least, most)
                .orElseThrow(() -> new Refused(
                        least == most
                                ? "The subscore of a total of " + total + " is " + most
                                : "The subscore of a total of " + total + " is from " + least + " to " + most));
        var score = BigDecimal.valueOf(total);
        return new ScoreResult(answers, score, measure.band(score, subscore).orElse(null));
    }

    private static BigDecimal inRange(OutcomeMeasure measure, BigDecimal score) {
        var plain = score.stripTrailingZeros();
        if (plain.scale() > measure.decimals()
                || score.compareTo(BigDecimal.valueOf(measure.lowest())) < 0
                || score.compareTo(BigDecimal.valueOf(measure.highest())) > 0) {
            throw outOfRange(measure);
        }
        return score.setScale(measure.decimals(), RoundingMode.UNNECESSARY);
    }

    private static Refused outOfRange(OutcomeMeasure measure) {
        return new Refused("Enter " + (measure.decimals() == 0 ? "a whole number" : "a number") + " from "
                + measure.lowest() + " to " + measure.highest()
                + (measure.decimals() == 0 ? "" : ", with at most one decimal"));
    }

    private static Optional<Integer> whole(MeasureAnswers answers, String item, int least, int most) {
        return answers.find(item).flatMap(value -> whole(value, least, most));
    }

    private static Optional<Integer> whole(@Nullable BigDecimal value, int least, int most) {
        if (value == null
                || value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }
}
