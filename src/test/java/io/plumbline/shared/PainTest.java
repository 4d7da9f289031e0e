package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PainTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10})
    void acceptsScoresFrom0To10(int score) {
        assertThat(new Pain(score)).hasToString(String.valueOf(score)).isEqualTo(Pain.of(score));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void refusesScoresOutOfRange(int score) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new Pain(score))
                .withMessage("Pain must be from 0 to 10");
    }

    @Test
    void isAbsentWithoutAScore() {
        assertThat(Pain.of(null)).isNull();
    }
}
