package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.shared.Refused;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alignment and examination take, and what they refuse by their field. */
class IntakeExaminationTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        -,        -,     '',           false
        ANTERIOR, -,     '',           true
        -,        EQUAL, '',           true
        -,        -,     'Leans left', true
        """)
    void anyOfTiltLegLengthAndPostureIsAnAlignment(
            @Nullable PelvicTilt tilt, @Nullable ShorterLeg leg, String posture, boolean isRecorded) {
        assertThat(new IntakeExamination(tilt, leg, null, posture, List.of(), List.of()).isAlignmentRecorded())
                .isEqualTo(isRecorded);
    }

    @Test
    void aDifferenceIsKeptOfUnequalLegsAlone() {
        assertThat(legs(ShorterLeg.LEFT, 7).legDifferenceMm()).isEqualTo(7);
        assertThat(legs(ShorterLeg.EQUAL, 7).legDifferenceMm()).isNull();
        assertThat(legs(null, 7).legDifferenceMm()).isNull();
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> legs(ShorterLeg.LEFT, 101))
                .isInstanceOf(Refused.class)
                .hasMessage("Difference in leg length in mm: 0 to 100");
        assertThatThrownBy(() -> new Motion("Flexion", null, 181))
                .isInstanceOf(Refused.class)
                .hasMessage("Range of motion in degrees: 0 to 180");
        var many = Collections.nCopies(21, new Motion("Flexion", null, 40));
        assertThatThrownBy(() -> new IntakeExamination(null, null, null, "", many, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("Range of motion: at most 20 rows");
    }

    private static IntakeExamination legs(@Nullable ShorterLeg leg, int mm) {
        return new IntakeExamination(null, leg, mm, "", List.of(), List.of());
    }
}
