package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlagStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(FlagStatus.class, """
                                RAISED ACKN  EMER_REF REFE MONI CLEA
            RAISED              -     yes   yes   yes   yes   yes
            ACKNOWLEDGED        -     -     yes   yes   yes   yes
            EMERGENCY_REFERRED  -     -     -     -     -     yes
            REFERRED            -     -     -     -     -     yes
            MONITORED           yes   -     yes   yes   -     yes
            CLEARED             -     -     -     -     -     -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void goesWhereTheTableSays(FlagStatus from, FlagStatus to, String answer) {
        assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }

    @Test
    void isNeverOpenAndDecidedAtOnce() {
        assertThat(Collections.disjoint(FlagStatus.OPEN, FlagStatus.DECISIONS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(FlagStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("red_flag", "status"));
    }
}
