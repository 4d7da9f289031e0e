package io.plumbline.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExerciseStatusTest {
    @ParameterizedTest
    @EnumSource
    void anActiveExerciseCanBeRetiredAndARetiredOneRestored(ExerciseStatus status) {
        for (var next : ExerciseStatus.values()) {
            assertThat(status.canBecome(next)).as("%s to %s", status, next).isEqualTo(status != next);
        }
    }
}
