package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.FlagLevel;
import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlagStatusTest {
    static Stream<Arguments> cellsOfAHold() {
        return StateTable.of(FlagStatus.class, """
                                RAISED ACKN  EMER_REF REFE MONI CLEA
            RAISED              -     yes   yes   yes   -     yes
            ACKNOWLEDGED        -     -     yes   yes   -     yes
            EMERGENCY_REFERRED  -     -     yes   -     -     yes
            REFERRED            -     -     yes   yes   -     yes
            MONITORED           yes   -     yes   yes   -     yes
            CLEARED             -     -     -     -     -     -
            """).cells();
    }

    static Stream<Arguments> cellsOfNoHold() {
        return StateTable.of(FlagStatus.class, """
                                RAISED ACKN  EMER_REF REFE MONI CLEA
            RAISED              -     yes   yes   yes   yes   yes
            ACKNOWLEDGED        -     -     yes   yes   yes   yes
            EMERGENCY_REFERRED  -     -     yes   -     yes   yes
            REFERRED            -     -     yes   yes   yes   yes
            MONITORED           yes   -     yes   yes   -     yes
            CLEARED             -     -     -     -     -     -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cellsOfAHold")
    void aFlagThatIsAHoldFollowsTheStateTable(FlagStatus from, FlagStatus to, String answer) {
        for (var level : List.of(FlagLevel.E, FlagLevel.U)) {
            assertThat(from.next(level).contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cellsOfNoHold")
    void aFlagThatIsNotAHoldFollowsTheStateTable(FlagStatus from, FlagStatus to, String answer) {
        for (var level : List.of(FlagLevel.R, FlagLevel.C)) {
            assertThat(from.next(level).contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
        }
    }

    @Test
    void neverAwaitsADecisionAndIsDecidedAtTheSameTime() {
        assertThat(Collections.disjoint(FlagStatus.AWAITING_DECISION, FlagStatus.DECISIONS))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: in force at {1}")
    @CsvSource({
        "RAISED, EURC",
        "ACKNOWLEDGED, EURC",
        "EMERGENCY_REFERRED, EUR",
        "REFERRED, EUR",
        "MONITORED, ''",
        "CLEARED, ''"
    })
    void aReferralDoesNotEndAHold(FlagStatus status, String levels) {
        for (var level : FlagLevel.values()) {
            assertThat(status.isInForce(level)).as("%s", level).isEqualTo(levels.contains(level.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(FlagStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("red_flag", "status"));
    }
}
