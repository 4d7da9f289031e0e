package io.plumbline.answers;

import static io.plumbline.answers.MentionKind.AREA;
import static io.plumbline.answers.MentionKind.CAUTION;
import static io.plumbline.answers.MentionKind.DOSE;
import static io.plumbline.answers.MentionKind.EXERCISE;
import static io.plumbline.answers.MentionKind.MODALITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.exercises.ExerciseLibrary;
import io.plumbline.exercises.ExerciseVocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What an answer names is found by the library's names and variants. */
class AnswerTermsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ExerciseLibrary LIBRARY = read("exercises", ExerciseLibrary.class);
    private static final AnswerTerms.File FILE = read("answer-terms", AnswerTerms.File.class);
    private static final AnswerTerms TERMS = new AnswerTerms(LIBRARY, FILE);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Planks are best.|plank",
                "PLANKING works for me.|plank",
                "Bird dogs and bridges.|bird-dog bridge",
                "Birddogs, bird-dogs: the same.|bird-dog",
                "Squats and deadlifts.|squat deadlift",
                "Isometric Planks (prone, lateral)|plank side-plank",
                "Stiff-legged deadlifts with light weight.|stiff-leg-deadlift",
                "Straight leg deadlifts, then deadlifts.|stiff-leg-deadlift deadlift",
                "The cobra, in yoga.|cobra",
                "A floor cobra.|floor-cobra",
                "Cobras, like the other but with a shoulder rotation.|floor-cobra",
                "Stretching the hamstrings and adductors helps.|hamstring-stretch adductor-stretch",
                "Cat/cow and cat-cow.|cat-cow",
                "Pull one knee to the chest.|knee-to-chest",
                "Lie with your feet elevated on a chair.|legs-elevated-rest",
                "Hyper-extensions are great.|back-extension",
                "The plankton of the sea; a bridgehead.|",
                "Check for pelvic tilt first.|"
            })
    void anExerciseIsFoundByItsNamesAndVariants(String text, String slugs) {
        assertThat(codes(EXERCISE, text)).isEqualTo(slugs == null ? Set.of() : Set.of(slugs.split(" ")));
    }

    @Test
    void modalitiesAreasAndCautionsAreFound() {
        var text =
                "A deep tissue massage of the piriformis, then trigger point work. Good form first, no hyperextension.";
        assertThat(codes(MODALITY, text)).containsExactlyInAnyOrder("DEEP_TISSUE", "TRIGGER_POINT");
        assertThat(codes(AREA, text)).containsExactly("PIRIFORMIS");
        assertThat(codes(CAUTION, text)).containsExactlyInAnyOrder("FORM_FIRST", "HYPEREXTENSION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do 10 reps.|10 reps",
                "1 to 2 sets of 10 to 15 reps a day|1 to 2 sets of 10 to 15 reps",
                "Hold for 60 seconds|60 seconds",
                "for a minute or two|a minute or two",
                "2 or 3 times|2 or 3 times",
                "Stretch daily.|daily",
                "Ask for daily activities.|",
                "3 x 12|3 x 12",
                "at a 90 degree angle, 90%|"
            })
    void aDoseIsFoundAsItIsWritten(String text, String dose) {
        assertThat(codes(DOSE, text)).isEqualTo(dose == null ? Set.of() : Set.of(dose));
    }

    @Test
    void anEmptyAnswerHasNoTerms() {
        assertThat(TERMS.in("")).isEmpty();
    }

    static List<ExerciseLibrary.Entry> exercises() {
        return LIBRARY.exercises();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyExerciseIsFoundByEachOfItsVariants(ExerciseLibrary.Entry entry) {
        assertThat(entry.variants()).isNotEmpty();
        for (var variant : entry.variants()) {
            var text = "I like the " + variant.replace("*", "done with a") + " best";
            assertThat(codes(EXERCISE, text)).as(text).contains(entry.slug());
        }
    }

    @Test
    void everyTermHasANameInTheVocabulary() {
        var vocabulary = read("vocabulary", ExerciseVocabulary.class);
        assertThat(FILE.areas())
                .allSatisfy(area -> assertThat(vocabulary.areaName(area.code())).isNotEqualTo(area.code()));
        assertThat(FILE.modalities()).allSatisfy(modality -> assertThat(vocabulary.modalityName(modality.code()))
                .isNotEqualTo(modality.code()));
        assertThat(FILE.cautions()).allSatisfy(caution -> assertThat(TERMS.cautionName(caution.code()))
                .isNotEqualTo(caution.code()));
        LIBRARY.exercises().forEach(entry -> vocabulary.refuseUnknownAreas(entry.areas()));
    }

    private static Set<String> codes(MentionKind kind, String text) {
        return TERMS.in(text).stream()
                .filter(mention -> mention.kind() == kind)
                .map(Mention::code)
                .collect(Collectors.toSet());
    }

    private static <T> T read(String file, Class<T> type) {
        return JSON.readValue(AnswerTermsTest.class.getResourceAsStream("/clinical/" + file + ".json"), type);
    }
}
