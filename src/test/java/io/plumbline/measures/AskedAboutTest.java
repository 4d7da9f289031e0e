package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.BodyRegion;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of a measure name what hurts, as the body chart of the complaint says. */
class AskedAboutTest {
    static Stream<Arguments> complaints() {
        return Stream.of(
                Arguments.of("back-lumbar-left", "low-back pain", "back"),
                Arguments.of("back-lumbar-left back-glute-left back-hamstrings-left", "low-back pain", "back"),
                Arguments.of("back-neck-back-left front-upper-arm-left", "neck pain", "neck"),
                Arguments.of("front-neck-right", "neck pain", "neck"),
                Arguments.of("back-thoracic-left", "upper-back pain", "upper back"),
                Arguments.of("back-glute-left front-groin-left", "pelvic pain", "pelvis"),
                Arguments.of("back-neck-back-left back-lumbar-right", "neck and low-back pain", "neck and back"),
                Arguments.of(
                        "back-lumbar-right back-neck-back-left back-mid-back-left",
                        "neck, upper-back and low-back pain",
                        "neck, upper back and back"),
                Arguments.of("front-knee-left", "pain", "complaint"),
                Arguments.of("", "pain", "complaint"));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void theMarkedPartsOfTheSpineAreNamed(String regions, String pain, String part) {
        var marked = Arrays.stream(regions.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(BodyRegion::new)
                .toList();
        assertThat(AskedAbout.of(marked)).isEqualTo(new AskedAbout(pain, part));
    }

    @Test
    void aNeckIsNotAskedAboutTheLowBack() {
        var neck = new AskedAbout("neck pain", "neck");
        assertThat(Measures.of("NPRS_NOW").promptAbout(neck)).startsWith("How strong is your neck pain right now?");
        assertThat(Measures.of("PSFS").promptAbout(neck)).contains("because of your neck.");
        assertThat(Measures.of("GROC").promptAbout(neck)).endsWith("how is your neck now?");
    }

    @Test
    void everyQuestionIsCompleteWhateverHurts() {
        assertThat(Measures.SHIPPED.measures())
                .allSatisfy(measure -> assertThat(measure.promptAbout(AskedAbout.UNNAMED))
                        .doesNotContain("{")
                        .doesNotContain("low-back"));
    }
}
