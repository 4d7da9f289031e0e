package io.plumbline.access.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakGlassReasonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Covering for Ada",
                "患者は受付で倒れ、担当者は今日は不在です、急ぎ",
                "  Fell in the waiting room  ",
                "Vertretung für Lena"
            })
    void aReasonInWordsIsAccepted(String typed) {
        assertThat(new BreakGlassReason(typed).text()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "               ",
                "too short",
                "fourteen chars",
                "a                    b",
                "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B",
                "\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800"
            })
    void aReasonThatIsTooShortIsRefused(String typed) {
        assertThatThrownBy(() -> new BreakGlassReason(typed))
                .isInstanceOf(Refused.class)
                .hasMessage("Write at least 15 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "AaAaAaAaAaAaAaAaAaAa",
                "abababababababababab",
                "....................",
                "x x x x x x x x x x x x",
                "1111111111111111"
            })
    void aReasonWithoutWordsIsRefused(String typed) {
        assertThatThrownBy(() -> new BreakGlassReason(typed))
                .isInstanceOf(Refused.class)
                .hasMessage("Say in words why you need this record now");
    }

    @Test
    void aReasonHasAtMost400Characters() {
        assertThat(new BreakGlassReason("Words ".repeat(66)).text()).hasSize(395);
        assertThatThrownBy(() -> new BreakGlassReason("Words ".repeat(80)))
                .hasMessage("The reason has at most 400 characters");
    }
}
