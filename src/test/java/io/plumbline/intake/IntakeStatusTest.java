package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(IntakeStatus.class, """
                     DRAFT  SIGN   AMEND
            DRAFT    -      yes    -
            SIGNED   -      -      yes
            AMENDED  -      -      yes
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(IntakeStatus from, IntakeStatus to, String answer) {
        assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(IntakeStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("intake_note", "status"));
    }
}
