package io.plumbline.measures;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was answered to an outcome measure, item by item, as it was entered. */
public record MeasureAnswers(List<ItemAnswer> items) {
    /** The most activities of a patient that are rated on a day. */
    static final int MOST_ACTIVITIES = 5;

    static final String SCORE = "score";
    static final String SUM = "sum";
    static final String ANSWERED = "answered";
    static final String TOTAL = "total";
    static final String SUBSCORE = "subscore";

    public MeasureAnswers {
        items = List.copyOf(items);
    }

    /** Returns whether the answers are the same, however many decimals they are written with. */
    static boolean same(List<ItemAnswer> some, List<ItemAnswer> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(at -> some.get(at).says(others.get(at)));
    }

    /** Creates the answer to a rating, or the score of a form that was filled in elsewhere. */
    public static MeasureAnswers score(BigDecimal score) {
        return new MeasureAnswers(List.of(new ItemAnswer(SCORE, score)));
    }

    /** Creates the answer to a rating in whole points. */
    public static MeasureAnswers score(int score) {
        return score(BigDecimal.valueOf(score));
    }

    /**
     * Creates the answer to a list of statements.
     *
     * @param numbers the numbers of those that apply, from 1
     */
    public static MeasureAnswers statements(Collection<Integer> numbers) {
        return new MeasureAnswers(new TreeSet<>(numbers)
                .stream()
                        .map(number -> new ItemAnswer(String.valueOf(number), BigDecimal.ONE))
                        .toList());
    }

    /** Creates the ratings of a patient's own activities, in the order in which they were named. */
    public static MeasureAnswers activities(Map<String, Integer> rated) {
        return new MeasureAnswers(rated.entrySet().stream()
                .map(activity -> new ItemAnswer(activity.getKey(), BigDecimal.valueOf(activity.getValue())))
                .toList());
    }

    /**
     * Creates the answer to a form of sections.
     *
     * @param sum the sum of the answered sections
     * @param answered how many were answered
     */
    public static MeasureAnswers sections(int sum, int answered) {
        return two(SUM, sum, ANSWERED, answered);
    }

    /**
     * Creates the answers that are copied from a form.
     *
     * @param values in the order of the form
     */
    public static MeasureAnswers entries(List<Integer> values) {
        return new MeasureAnswers(IntStream.range(0, values.size())
                .mapToObj(at -> new ItemAnswer(String.valueOf(at + 1), BigDecimal.valueOf(values.get(at))))
                .toList());
    }

    /** Creates the answer to a form with a total and a subscore. */
    public static MeasureAnswers totalAndSubscore(int total, int subscore) {
        return two(TOTAL, total, SUBSCORE, subscore);
    }

    private static MeasureAnswers two(String first, int one, String second, int other) {
        return new MeasureAnswers(List.of(
                new ItemAnswer(first, BigDecimal.valueOf(one)), new ItemAnswer(second, BigDecimal.valueOf(other))));
    }

    /** Returns the answer to a rating; 0 if it has none. */
    public BigDecimal rating() {
        return find(SCORE).orElse(BigDecimal.ZERO);
    }

    /** Returns the numbers of the statements that apply. */
    public Set<Integer> tickedStatements() {
        return items.stream().map(answer -> Integer.valueOf(answer.item())).collect(Collectors.toSet());
    }

    /** Returns the names of the patient's own activities, in their order. */
    public List<String> activityNames() {
        return items.stream().map(ItemAnswer::item).toList();
    }

    /** Returns whether an activity of the patient's own is rated here, however it is capitalized. */
    public boolean rates(String activity) {
        return items.stream().anyMatch(answer -> answer.item().equalsIgnoreCase(activity));
    }

    /** Returns the answer to an item. */
    public Optional<BigDecimal> find(String item) {
        return items.stream()
                .filter(answer -> answer.item().equals(item))
                .map(ItemAnswer::value)
                .findFirst();
    }
}
