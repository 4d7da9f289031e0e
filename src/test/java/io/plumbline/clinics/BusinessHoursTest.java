package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.Migrations;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessHoursTest {
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"17:00, 08:00", "08:00, 08:00", "08:00, 07:59", "20:00, 00:00"})
    void endAfterTheyBegin(LocalTime opens, LocalTime closes) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new BusinessHours(DayOfWeek.MONDAY, opens, closes))
                .withMessage("A clinic opens before it closes");
    }

    @Test
    void mayBeAsShortAsAMinute() {
        assertThat(new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(8, 1)).closesAt())
                .isEqualTo(LocalTime.of(8, 1));
    }

    @Test
    void ofOneDayDoNotOverlap() {
        var day = DayOfWeek.TUESDAY;
        var morning = new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(12, 0));
        var overlapping = new BusinessHours(day, LocalTime.of(11, 0), LocalTime.of(14, 0));
        var afternoon = new BusinessHours(day, LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Clinic.of(clinicOpen(overlapping, morning), ClinicOffer.usual(), "Maren Holt"))
                .withMessage("Business hours of one day must not overlap");
        assertThat(Clinic.of(clinicOpen(afternoon, morning), ClinicOffer.usual(), "Maren Holt")
                        .details()
                        .draft()
                        .hours())
                .containsExactly(morning, afternoon);
    }

    private static ClinicDraft clinicOpen(BusinessHours... hours) {
        return ClinicDrafts.of(
                "west", "West", ZoneId.of("America/Phoenix"), "US", "911", 15, List.of(hours), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void aClosedDayHasAReason(String reason) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new ClosedDay(LocalDate.of(2026, 12, 25), reason))
                .withMessage("The reason is missing");
    }

    @Test
    void aClosedDaysReasonFitsItsColumn() {
        var day = LocalDate.of(2026, 12, 25);
        assertThat(new ClosedDay(day, " " + "x".repeat(80) + " ").reason())
                .hasSize(80)
                .hasSizeLessThanOrEqualTo(Migrations.length("clinic_closed_day", "reason"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new ClosedDay(day, "x".repeat(81)))
                .withMessage("The reason has at most 80 characters");
    }
}
