package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayToChooseTest {
    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T17:00:00Z");
    private static final LocalDate CLOSED = LocalDate.of(2026, 11, 26);

    @Test
    void todayIsOfferedUntilEveryClinicHasClosed() {
        assertThat(words(TUESDAY_MORNING)).containsExactly("Today", "Wed 25", "Fri 27", "Mon 30");
        assertThat(words(Instant.parse("2026-11-25T01:00:00Z"))).containsExactly("Wed 25", "Fri 27", "Mon 30");
    }

    @Test
    void aDayIsOfferedIfAnyClinicIsOpen() {
        assertThat(DayToChoose.toChoose(
                        List.of(clinic(DayOfWeek.TUESDAY), clinic(DayOfWeek.SATURDAY)),
                        List.of(),
                        TUESDAY_MORNING,
                        TestWords.english()))
                .extracting(DayToChoose::words)
                .containsExactly("Today", "Sat 28");
    }

    @Test
    void everyDayIsOfferedIfNoClinicHasHours() {
        assertThat(DayToChoose.toChoose(List.of(), List.of(), TUESDAY_MORNING, TestWords.english()))
                .hasSize(7);
        assertThat(DayToChoose.toChoose(List.of(clinic()), List.of(), TUESDAY_MORNING, TestWords.english()))
                .hasSize(7);
    }

    @Test
    void aPreviouslyChosenDayIsStillOffered() {
        var yesterday = LocalDate.of(2026, 11, 23);
        assertThat(DayToChoose.toChoose(
                        List.of(clinic(DayOfWeek.TUESDAY)), List.of(yesterday), TUESDAY_MORNING, TestWords.english()))
                .extracting(DayToChoose::words)
                .containsExactly("Mon 23", "Today");
    }

    @Test
    void theDaysAreNamedInTheLanguageOfThePerson() {
        assertThat(DayToChoose.toChoose(
                        List.of(clinic(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)),
                        List.of(),
                        TUESDAY_MORNING,
                        TestWords.spanish()))
                .extracting(DayToChoose::words)
                .containsExactly("Hoy", "mié 25");
    }

    private static List<String> words(Instant now) {
        var weekdays =
                clinic(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        return DayToChoose.toChoose(List.of(weekdays), List.of(), now, TestWords.english()).stream()
                .map(DayToChoose::words)
                .toList();
    }

    private static CallTimes clinic(DayOfWeek... days) {
        var hours = Arrays.stream(days)
                .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                .toList();
        return new CallTimes(
                new BusinessTime(ZoneId.of("America/Phoenix"), hours, Set.of(CLOSED)),
                DayPartHours.usual(),
                Duration.ofMinutes(15));
    }
}
