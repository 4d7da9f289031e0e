package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSlotTest {
    @ParameterizedTest
    @CsvSource({"5, 0", "480, 120"})
    void lastsFromFiveMinutesToEightHours(int minutes, int buffer) {
        assertThat(timeSlot(minutes, buffer).minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "7, 0", "485, 0", "1470, 0", "30, -5", "30, 3", "30, 125"})
    void aTimeSlotWithAnInvalidLengthOrBufferIsRefused(int minutes, int buffer) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> timeSlot(minutes, buffer));
    }

    private static TimeSlot timeSlot(int minutes, int buffer) {
        return new TimeSlot(StaffId.next(), null, LocalDate.of(2026, 11, 24), LocalTime.of(23, 0), minutes, buffer);
    }
}
