package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each outcome measure is scored as published, by the worked examples of its authors and for any answers. */
class ScoringTest {
    private static final int RUNS = 500;

    static Stream<Arguments> publishedExamples() {
        return Stream.of(
                Arguments.of("NPRS_NOW", MeasureAnswers.score(7), "7", null),
                Arguments.of("NPRS_WORST", MeasureAnswers.score(10), "10", null),
                Arguments.of("NPRS_AVERAGE", MeasureAnswers.score(0), "0", null),
                Arguments.of("RMDQ", MeasureAnswers.statements(Set.of(1, 3, 17)), "3", null),
                Arguments.of("RMDQ", MeasureAnswers.statements(Set.of()), "0", null),
                Arguments.of("RMDQ", MeasureAnswers.statements(numbers(24)), "24", null),
                Arguments.of("PSFS", activities(2, 4, 6), "4.0", null),
                Arguments.of("PSFS", activities(3, 4), "3.5", null),
                Arguments.of("PSFS", activities(1, 2, 2), "1.7", null),
                Arguments.of("GROC", MeasureAnswers.score(-5), "-5", null),
                Arguments.of("ODI", MeasureAnswers.sections(16, 10), "32.0", "Moderate disability"),
                Arguments.of("ODI", MeasureAnswers.sections(16, 9), "35.6", "Moderate disability"),
                Arguments.of("ODI", MeasureAnswers.sections(10, 10), "20.0", "Minimal disability"),
                Arguments.of("ODI", MeasureAnswers.sections(50, 10), "100.0", "Bed-bound or exaggerated"),
                Arguments.of("NDI", MeasureAnswers.sections(0, 10), "0.0", "No disability"),
                Arguments.of("NDI", MeasureAnswers.sections(4, 10), "4.0", "No disability"),
                Arguments.of("NDI", MeasureAnswers.sections(5, 10), "5.0", "Mild disability"),
                Arguments.of("NDI", MeasureAnswers.sections(14, 10), "14.0", "Mild disability"),
                Arguments.of("NDI", MeasureAnswers.sections(15, 10), "15.0", "Moderate disability"),
                Arguments.of("NDI", MeasureAnswers.sections(24, 10), "24.0", "Moderate disability"),
                Arguments.of("NDI", MeasureAnswers.sections(25, 10), "25.0", "Severe disability"),
                Arguments.of("NDI", MeasureAnswers.sections(27, 10), "27.0", "Severe disability"),
                Arguments.of("NDI", MeasureAnswers.sections(34, 10), "34.0", "Severe disability"),
                Arguments.of("NDI", MeasureAnswers.sections(35, 10), "35.0", "Complete disability"),
                Arguments.of("NDI", MeasureAnswers.sections(50, 10), "50.0", "Complete disability"),
                Arguments.of("NDI", MeasureAnswers.sections(16, 9), "17.8", "Moderate disability"),
                Arguments.of("NDI", MeasureAnswers.sections(45, 9), "50.0", "Complete disability"),
                Arguments.of("PEG", MeasureAnswers.entries(List.of(7, 6, 6)), "6.3", null),
                Arguments.of("PEG", MeasureAnswers.entries(List.of(0, 10, 6)), "5.3", null),
                Arguments.of("START_BACK", MeasureAnswers.totalAndSubscore(5, 4), "5", "High risk"),
                Arguments.of("START_BACK", MeasureAnswers.totalAndSubscore(5, 3), "5", "Medium risk"),
                Arguments.of("START_BACK", MeasureAnswers.totalAndSubscore(3, 3), "3", "Low risk"),
                Arguments.of("QBPDS", MeasureAnswers.score(48), "48", null));
    }

    @ParameterizedTest
    @MethodSource("publishedExamples")
    void aMeasureIsScoredAsPublished(String code, MeasureAnswers answers, String score, String band) {
        var result = Measures.of(code).score(answers);
        assertThat(result.score()).isEqualTo(new BigDecimal(score));
        assertThat(result.band()).isEqualTo(band);
    }

    @Test
    void everyShippedMeasureHasAPublishedExampleASourceAndALicense() {
        var shown = publishedExamples()
                .map(example -> (String) example.get()[0])
                .distinct()
                .toList();
        assertThat(Measures.SHIPPED.measures()).allSatisfy(measure -> {
            assertThat(shown).contains(measure.code());
            assertThat(measure.source()).isNotBlank();
            assertThat(measure.license()).isNotBlank();
        });
        assertThat(Measures.SHIPPED.version()).isEqualTo("2");
        assertThat(Measures.of("RMDQ").items()).hasSize(24);
    }

    @Test
    void itemsAreShownOnlyWhereTheLicenseAllows() {
        assertThat(Measures.SHIPPED.measures())
                .filteredOn(OutcomeMeasure::isAsked)
                .extracting(OutcomeMeasure::code)
                .containsExactly("NPRS_NOW", "NPRS_WORST", "NPRS_AVERAGE", "RMDQ", "PSFS", "GROC");
        assertThat(Measures.SHIPPED.measures())
                .filteredOn(measure -> !measure.isAsked())
                .allSatisfy(measure -> {
                    assertThat(measure.items()).isEmpty();
                    assertThat(measure.license()).contains("Score entry only");
                });
    }

    static Stream<Arguments> impossibleAnswers() {
        return Stream.of(
                Arguments.of("NPRS_NOW", MeasureAnswers.score(11), "Enter a whole number from 0 to 10"),
                Arguments.of("NPRS_NOW", MeasureAnswers.score(-1), "Enter a whole number from 0 to 10"),
                Arguments.of(
                        "NPRS_NOW", MeasureAnswers.score(new BigDecimal("4.5")), "Enter a whole number from 0 to 10"),
                Arguments.of("NPRS_NOW", new MeasureAnswers(List.of()), "Enter a whole number from 0 to 10"),
                Arguments.of("GROC", MeasureAnswers.score(6), "Enter a whole number from -5 to 5"),
                Arguments.of(
                        "PEG",
                        MeasureAnswers.entries(List.of(4, 11, 4)),
                        "Enter \"Enjoyment\" as a whole number from 0 to 10"),
                Arguments.of(
                        "PEG",
                        MeasureAnswers.entries(List.of(4, 4)),
                        "Enter \"General activity\" as a whole number from 0 to 10"),
                Arguments.of(
                        "PEG",
                        MeasureAnswers.score(new BigDecimal("6.3")),
                        "Enter \"Pain\" as a whole number from 0 to 10"),
                Arguments.of("QBPDS", MeasureAnswers.score(101), "Enter a whole number from 0 to 100"),
                Arguments.of(
                        "NDI", MeasureAnswers.sections(16, 8), "Enter how many sections were answered, from 9 to 10"),
                Arguments.of(
                        "NDI", MeasureAnswers.sections(46, 9), "Enter the sum, from 0 to 45 for 9 answered sections"),
                Arguments.of("PSFS", activities(), "Name at least one activity and rate it"),
                Arguments.of("PSFS", activities(1, 2, 3, 4, 5, 6), "Name at most five activities"),
                Arguments.of("PSFS", activities(11), "Rate each activity from 0 to 10, in whole points"),
                Arguments.of(
                        "ODI", MeasureAnswers.sections(16, 0), "Enter how many sections were answered, from 1 to 10"),
                Arguments.of(
                        "ODI", MeasureAnswers.sections(16, 11), "Enter how many sections were answered, from 1 to 10"),
                Arguments.of(
                        "ODI", MeasureAnswers.sections(46, 9), "Enter the sum, from 0 to 45 for 9 answered sections"),
                Arguments.of("ODI", MeasureAnswers.sections(6, 1), "Enter the sum, from 0 to 5 for 1 answered section"),
                Arguments.of("START_BACK", MeasureAnswers.totalAndSubscore(10, 5), "Enter a whole number from 0 to 9"),
                Arguments.of(
                        "START_BACK",
                        MeasureAnswers.totalAndSubscore(3, 4),
                        "The subscore of a total of 3 is from 0 to 3"),
                Arguments.of(
                        "START_BACK",
                        MeasureAnswers.totalAndSubscore(8, 3),
                        "The subscore of a total of 8 is from 4 to 5"),
                Arguments.of("START_BACK", MeasureAnswers.totalAndSubscore(9, 4), "The subscore of a total of 9 is 5"));
    }

    @ParameterizedTest
    @MethodSource("impossibleAnswers")
    void impossibleAnswersAreRefusedWithTheRange(String code, MeasureAnswers answers, String sentence) {
        assertThatThrownBy(() -> Measures.of(code).score(answers))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    @Test
    void anActivityNamedTwiceIsRefused() {
        var answers = new MeasureAnswers(
                List.of(new ItemAnswer("Lifting", BigDecimal.ONE), new ItemAnswer("lifting", BigDecimal.TWO)));
        assertThatThrownBy(() -> Measures.of("PSFS").score(answers))
                .isInstanceOf(Refused.class)
                .hasMessage("\"lifting\" is named twice");
    }

    @Test
    void aStatementThatDoesNotExistIsNoAnswer() {
        assertThatThrownBy(() -> Measures.of("RMDQ").score(MeasureAnswers.statements(Set.of(25))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScoreIsInItsRangeWhateverWasAnswered() {
        var random = new Random(19);
        for (int run = 0; run < RUNS; run++) {
            for (var measure : Measures.SHIPPED.measures()) {
                var score = measure.score(any(measure, random)).score();
                assertThat(score)
                        .as(measure.code())
                        .isBetween(BigDecimal.valueOf(measure.lowest()), BigDecimal.valueOf(measure.highest()));
            }
        }
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatter() {
        var random = new Random(20);
        for (int run = 0; run < RUNS; run++) {
            for (var measure : Measures.SHIPPED.measures()) {
                var answers = any(measure, random);
                var shuffled = new ArrayList<>(answers.items());
                Collections.shuffle(shuffled, random);
                assertThat(measure.score(new MeasureAnswers(shuffled)).score())
                        .as(measure.code())
                        .isEqualTo(measure.score(answers).score());
            }
        }
    }

    @Test
    void oneMoreStatementOrAHigherRatingNeverLowersTheScore() {
        var random = new Random(21);
        var disability = Measures.of("RMDQ");
        var function = Measures.of("PSFS");
        for (int run = 0; run < RUNS; run++) {
            var ticked = new TreeSet<Integer>(any(disability, random).tickedStatements());
            var before = disability.score(MeasureAnswers.statements(ticked)).score();
            var isNew = ticked.add(1 + random.nextInt(24));
            assertThat(disability.score(MeasureAnswers.statements(ticked)).score())
                    .isEqualTo(isNew ? before.add(BigDecimal.ONE) : before);

            var rated = new LinkedHashMap<String, Integer>(Map.of("Lifting", random.nextInt(10), "Sitting", 5));
            var lower = function.score(MeasureAnswers.activities(rated)).score();
            rated.merge("Lifting", 1, Integer::sum);
            assertThat(function.score(MeasureAnswers.activities(rated)).score()).isGreaterThan(lower);

            var answered = 1 + random.nextInt(10);
            var sum = random.nextInt(5 * answered);
            var index = Measures.of("ODI");
            assertThat(index.score(MeasureAnswers.sections(sum + 1, answered)).score())
                    .isGreaterThan(
                            index.score(MeasureAnswers.sections(sum, answered)).score());
        }
    }

    static MeasureAnswers any(OutcomeMeasure measure, Random random) {
        return switch (measure.form()) {
            case RATING, TOTAL ->
                MeasureAnswers.score(measure.lowest() + random.nextInt(measure.highest() - measure.lowest() + 1));
            case STATEMENTS ->
                MeasureAnswers.statements(numbers(24).stream()
                        .filter(number -> random.nextBoolean())
                        .toList());
            case ACTIVITIES ->
                activities(random.ints(1 + random.nextInt(5), 0, 11).boxed().toArray(Integer[]::new));
            case SECTIONS -> {
                var answered = measure.leastAnswered() + random.nextInt(11 - measure.leastAnswered());
                yield MeasureAnswers.sections(random.nextInt(5 * answered + 1), answered);
            }
            case ENTRIES ->
                MeasureAnswers.entries(measure.entries().stream()
                        .map(entry -> random.nextInt(11))
                        .toList());
            case TOTAL_AND_SUBSCORE -> {
                var subscore = random.nextInt(6);
                yield MeasureAnswers.totalAndSubscore(subscore + random.nextInt(5), subscore);
            }
        };
    }

    private static List<Integer> numbers(int upTo) {
        return IntStream.rangeClosed(1, upTo).boxed().toList();
    }

    private static MeasureAnswers activities(Integer... ratings) {
        var rated = new LinkedHashMap<String, Integer>();
        for (var rating : ratings) {
            rated.put("Activity " + rated.size(), rating);
        }
        return MeasureAnswers.activities(rated);
    }
}
