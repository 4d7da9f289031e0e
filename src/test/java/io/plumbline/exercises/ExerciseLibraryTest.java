package io.plumbline.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.exercises.ExerciseLibrary.Entry;
import io.plumbline.shared.Refused;
import io.plumbline.support.Migrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ExerciseLibraryTest {
    private static final ExerciseLibrary LIBRARY = read();

    static List<Entry> entries() {
        return LIBRARY.exercises();
    }

    @Test
    void everyExerciseHasAUniqueSlugAndName() {
        assertThat(entries()).isNotEmpty();
        assertThat(entries()).extracting(Entry::slug).doesNotHaveDuplicates();
        assertThat(entries()).extracting(Entry::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void everyExerciseHasTheRequiredFields(Entry entry) {
        assertThat(entry.slug()).matches("[a-z]+(-[a-z]+)*");
        assertThat(entry.name()).isNotBlank();
        assertThat(entry.group()).isNotNull();
        assertThat(entry.stage()).isNotNull();
        assertThat(entry.namedIn()).isBetween(0, 40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void everyExerciseComesFromAnAnswerOrTheClinicPage(Entry entry) {
        assertThat(entry.namedIn() > 0 || entry.alsoClinicPage()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void everyTextIsPresentOrOmittedAndFitsItsColumn(Entry entry) {
        var texts = new HashMap<String, String>();
        texts.put("slug", entry.slug());
        texts.put("name", entry.name());
        texts.put("exercise_group", entry.group().name());
        texts.put("stage", entry.stage().name());
        texts.put("instruction", entry.instruction());
        texts.put("dose", entry.dose());
        texts.put("caution", entry.caution());
        texts.put("progression", entry.progression());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue() != null) {
                assertThat(text.getValue())
                        .as(text.getKey())
                        .isNotBlank()
                        .isEqualTo(text.getValue().strip())
                        .hasSizeLessThanOrEqualTo(column(text.getKey()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void everyLibraryEntryBecomesAnExercise(Entry entry) {
        assertThatCode(() -> Exercise.of(LIBRARY, entry)).doesNotThrowAnyException();
    }

    @Test
    void compoundLiftsBelongToALaterStage() {
        assertThat(entries().stream().filter(entry -> entry.group() == ExerciseGroup.COMPOUND))
                .isNotEmpty()
                .extracting(Entry::stage)
                .containsOnly(ExerciseStage.COMPOUND);
        assertThat(entries()).extracting(Entry::stage).contains(ExerciseStage.START);
    }

    @Test
    void theLibraryNamesItsVersionAndSourceAndIsNotApproved() {
        assertThat(LIBRARY.version()).isNotBlank().hasSizeLessThanOrEqualTo(column("library_version"));
        assertThat(LIBRARY.source()).isNotBlank().hasSizeLessThanOrEqualTo(column("source"));
        assertThat(LIBRARY.approvedBy()).isNull();
    }

    @ParameterizedTest(name = "{0} has at most {1} characters")
    @CsvSource({"slug, 40", "name, 80", "instruction, 1000", "dose, 400", "caution, 400", "progression, 400"})
    void aTextThatIsTooLongForItsColumnIsRefused(String field, int most) {
        assertThat(column(field)).isGreaterThanOrEqualTo(most);
        assertThatCode(() -> Exercise.of(LIBRARY, with(field, "x".repeat(most))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Exercise.of(LIBRARY, with(field, "x".repeat(most + 1))))
                .withMessageEndingWith("has at most " + most + " characters");
    }

    @ParameterizedTest
    @EnumSource
    void everyGroupFitsItsColumn(ExerciseGroup group) {
        assertThat(group.name()).hasSizeLessThanOrEqualTo(column("exercise_group"));
    }

    private static Entry with(String field, String text) {
        return new Entry(
                field.equals("slug") ? text : "plank",
                field.equals("name") ? text : "Plank",
                ExerciseGroup.CORE,
                field.equals("instruction") ? text : null,
                field.equals("dose") ? text : null,
                field.equals("caution") ? text : null,
                field.equals("progression") ? text : null,
                ExerciseStage.START,
                null,
                Set.of(),
                List.of("plank"),
                1,
                false);
    }

    private static int column(String name) {
        return Migrations.length("exercise", name);
    }

    private static ExerciseLibrary read() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return mapper.readValue(
                ExerciseLibraryTest.class.getResourceAsStream("/clinical/exercises.json"), ExerciseLibrary.class);
    }
}
