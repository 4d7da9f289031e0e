package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AppointmentStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(AppointmentStatus.class, """
                          BOOK   CONF   ARR    IN_T   COMP   NO_S   CANC
            BOOKED        -      yes    yes    -      -      yes    yes
            CONFIRMED     -      -      yes    -      -      yes    yes
            ARRIVED       -      -      -      yes    yes    -      yes
            IN_TREATMENT  -      -      -      -      yes    -      -
            COMPLETED     -      -      -      -      -      -      -
            NO_SHOW       -      -      -      -      -      -      -
            CANCELLED     -      -      -      -      -      -      -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(AppointmentStatus from, AppointmentStatus to, String answer) {
        assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void isAheadUntilCheckInAndKeptUnlessNoShowOrCanceled(AppointmentStatus status) {
        assertThat(status.isAhead())
                .isEqualTo(EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED)
                        .contains(status));
        assertThat(status.isKept())
                .isEqualTo(!EnumSet.of(AppointmentStatus.NO_SHOW, AppointmentStatus.CANCELLED)
                        .contains(status));
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(AppointmentStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("appointment", "status"));
    }
}
