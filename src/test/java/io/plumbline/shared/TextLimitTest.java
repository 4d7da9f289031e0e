package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {
    private static final String EMOJI = "\uD83D\uDE42";

    @ParameterizedTest
    @ValueSource(strings = {"Lee", " Lee", "Lee ", "\t Lee \r\n", "\u2003Lee\u3000"})
    void trimsAText(String typed) {
        assertThat(TextLimit.required("The name", typed, 3)).isEqualTo("Lee");
        assertThat(TextLimit.optional("The name", typed, 3)).isEqualTo("Lee");
    }

    @Test
    void keepsSpacesWithinAText() {
        assertThat(TextLimit.optional("The concern", " first line\n\n  second ", 40))
                .isEqualTo("first line\n\n  second");
    }

    @Test
    void removesInvisibleCharacters() {
        assertThat(TextLimit.required("The name", "Le\u0000e\u001b\u202E", 3)).isEqualTo("Lee");
        assertThat(TextLimit.optional("The concern", "one\u0007\n\ttwo", 40)).isEqualTo("one\n\ttwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003", "\u200B \u200B", "\u0000", "\uFFFE"})
    void refusesABlankTextOnlyIfRequired(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TextLimit.required("The name", typed, 10))
                .withMessage("The name is missing");
        assertThat(TextLimit.optional("The name", typed, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "山"})
    void countsCharactersAsTyped(String letter) {
        assertThat(TextLimit.required("The name", letter.repeat(10), 10)).isEqualTo(letter.repeat(10));
        assertThat(TextLimit.optional("The name", letter.repeat(10), 10)).isEqualTo(letter.repeat(10));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TextLimit.required("The name", letter.repeat(11), 10))
                .withMessage("The name has at most 10 characters");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TextLimit.optional("The name", letter.repeat(11), 10))
                .withMessage("The name has at most 10 characters");
    }

    @Test
    void countsAnEmojiAsTwoLikeTheStoreDoes() {
        assertThat(TextLimit.required("The name", EMOJI.repeat(5), 10)).isEqualTo(EMOJI.repeat(5));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> TextLimit.required("The name", EMOJI.repeat(6), 10));
    }

    /** Case 05 of the public reports. */
    @Test
    void aLetterAndItsMarksAreStoredAsOne() {
        assertThat(TextLimit.required("The name", "Quo\u0302\u0301c Vie\u0323\u0302t", 80))
                .isEqualTo("Qu\u1ED1c Vi\u1EC7t");
    }

    /** Case 21 of the public reports. */
    @Test
    void aLineFeedInANameIsASpace() {
        assertThat(TextLimit.oneLine("The name", " Ada\r\nMae\t", 80)).isEqualTo("Ada Mae");
    }
}
