package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quality of a pain: words chosen by a tap and the patient's own are one text. */
class PainQualityTest {
    @Test
    void chosenWordsStandBeforeThePatientsOwn() {
        assertThat(PainQuality.text(Set.of(PainQuality.STIFF, PainQuality.ACHE), " like a belt "))
                .isEqualTo("ache, stiff, like a belt");
        assertThat(PainQuality.text(Set.of(), "")).isEmpty();
    }

    @Test
    void allChosenWordsFitTheText() {
        assertThat(PainQuality.text(EnumSet.allOf(PainQuality.class), ""))
                .hasSizeLessThanOrEqualTo(MarkedArea.LONGEST_QUALITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sharp, ache | ACHE SHARP | ''",
                "Sharp,like a belt | SHARP | like a belt",
                "a dull ache | '' | a dull ache",
                "stiff in the morning, numb | NUMB | stiff in the morning",
                "'' | '' | ''"
            })
    void aTextWrittenEarlierIsReadBackAsChosenWordsAndOwnWords(String text, String chosen, String own) {
        assertThat(PainQuality.in(text))
                .extracting(PainQuality::name)
                .containsExactlyInAnyOrder(chosen.isEmpty() ? new String[0] : chosen.split(" "));
        assertThat(PainQuality.ownWordsIn(text)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ache, like a belt", "LIKE A BELT,  Ache"})
    void orderAndLettersMakeNoDifference(String other) {
        assertThat(PainQuality.same("ache, like a belt", other)).isTrue();
        assertThat(PainQuality.same("ache", other)).isFalse();
    }
}
