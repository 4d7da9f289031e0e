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
                "Covering for Ada today",
                "患者は受付で倒れ、担当者は今日は不在です、急ぎ",
                "  Fell in the waiting room  ",
                "Vertretung für Lena"
            })
    void aReasonInWordsIsAccepted(String typed) {
        assertThat(new BreakGlassReason(typed).text()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "               ", "\u200B\u200B\u200B", "\u2800\u2800\u2800\u2800"})
    void aReasonIsNeeded(String typed) {
        assertThatThrownBy(() -> new BreakGlassReason(typed))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "too short",
                "fourteen chars",
                "a                    b",
                "aaaaaaaaaaaaaaaaaaaa",
                "AaAaAaAaAaAaAaAaAaAa",
                "abababababababababab",
                "....................",
                "x x x x x x x x x x x x",
                "1111111111111111"
            })
    void aReasonThatSaysNothingIsRefused(String typed) {
        assertThatThrownBy(() -> new BreakGlassReason(typed))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The reason ");
    }

    @Test
    void aReasonHasAtMost400Characters() {
        assertThat(new BreakGlassReason("Covering for a colleague. ".repeat(15)).text())
                .hasSize(389);
        assertThatThrownBy(() -> new BreakGlassReason("Covering for a colleague. ".repeat(16)))
                .hasMessage("The reason has at most 400 characters");
    }
}
