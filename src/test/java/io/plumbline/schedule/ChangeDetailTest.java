package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ChangeDetailTest {
    @Test
    void aMoveKeepsThePreviousTime() {
        var kept = ChangeDetail.moved(LocalDate.of(2026, 11, 24), LocalTime.of(9, 5));
        assertThat(ChangeDetail.movedFrom(AppointmentStatus.CONFIRMED, kept))
                .contains(new FreeTime(LocalDate.of(2026, 11, 24), LocalTime.of(9, 5)));
    }

    @Test
    void aCancelReasonIsNotMistakenForAMove() {
        assertThat(ChangeDetail.movedFrom(AppointmentStatus.CANCELLED, "moved away"))
                .isEmpty();
        assertThat(ChangeDetail.movedFrom(AppointmentStatus.CANCELLED, "moved from town"))
                .isEmpty();
        assertThat(ChangeDetail.isTakenBack(AppointmentStatus.CANCELLED, ChangeDetail.TAKEN_BACK))
                .isFalse();
    }
}
