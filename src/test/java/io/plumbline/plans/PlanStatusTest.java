package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(PlanStatus.class, """
                              DRAFT  ACT    ON_H   COMP   REV    ENT_IN_ERR
            DRAFT             -      yes    -      -      yes    yes
            ACTIVE            -      -      yes    yes    yes    yes
            ON_HOLD           -      yes    -      yes    yes    yes
            COMPLETED         -      -      -      -      -      yes
            REVOKED           -      -      -      -      -      yes
            ENTERED_IN_ERROR  -      -      -      -      -      -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(PlanStatus from, PlanStatus to, String answer) {
        assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void isActiveOrOnHoldUntilItHasEnded(PlanStatus status) {
        assertThat(status.isRunning())
                .isEqualTo(EnumSet.of(PlanStatus.ACTIVE, PlanStatus.ON_HOLD).contains(status));
        assertThat(status.isOver()).isEqualTo(!status.isRunning() && status != PlanStatus.DRAFT);
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(PlanStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("treatment_plan", "status"));
    }
}
