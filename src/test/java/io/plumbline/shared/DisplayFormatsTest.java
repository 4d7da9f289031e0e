package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisplayFormatsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final DisplayFormats US = DisplayFormats.of("US");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    US | Nov 24, 2026 | Tue, Nov 24 | Tuesday, November 24 | 5:30 PM | SUNDAY
                    CA | Nov 24, 2026 | Tue, Nov 24 | Tuesday, November 24 | 5:30 PM | SUNDAY
                    PH | Nov 24, 2026 | Tue, Nov 24 | Tuesday, November 24 | 5:30 PM | SUNDAY
                    GB | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    IE | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    DE | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    CH | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    FR | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    SE | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    BR | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | SUNDAY
                    AU | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 5:30 PM | MONDAY
                    IN | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 5:30 PM | SUNDAY
                    EG | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 5:30 PM | SATURDAY
                    LT | 2026-11-24   | Tue Nov 24  | Tuesday November 24  | 17:30   | MONDAY
                    JP | 2026-11-24   | Tue Nov 24  | Tuesday November 24  | 17:30   | SUNDAY
                    ZZ | 24 Nov 2026  | Tue 24 Nov  | Tuesday 24 November  | 17:30   | MONDAY
                    """)
    void eachCountryHasItsFormats(
            String country, String date, String day, String longDay, String time, DayOfWeek weekStart) {
        var formats = DisplayFormats.of(country);
        assertThat(formats.date(DAY)).isEqualTo(date);
        assertThat(formats.day(DAY)).isEqualTo(day);
        assertThat(formats.longDay(DAY)).isEqualTo(longDay);
        assertThat(formats.time(EVENING)).isEqualTo(time);
        assertThat(formats.dayAndTime(DAY, EVENING)).isEqualTo(day + ", " + time);
        assertThat(formats.weekStart()).isEqualTo(weekStart);
    }

    @Test
    void displaySettingsOverrideTheCountry() {
        var choice = new DisplayChoice(HourCycle.TWENTY_FOUR, DateOrder.YEAR_FIRST, DayOfWeek.SATURDAY);
        assertThat(US.with(choice))
                .isEqualTo(new DisplayFormats(DateOrder.YEAR_FIRST, HourCycle.TWENTY_FOUR, DayOfWeek.SATURDAY));
        assertThat(US.with(new DisplayChoice(null, DateOrder.DAY_FIRST, null)).dayAndTime(DAY, EVENING))
                .as("one thing chosen, the others as in the country")
                .isEqualTo("Tue 24 Nov, 5:30 PM");
        assertThat(US.with(DisplayChoice.NONE)).isEqualTo(US);
    }

    @Test
    void onlyValidDateOrdersAndWeekStartsCanBeChosen() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new DisplayChoice(null, DateOrder.UNKNOWN, null));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new DisplayChoice(null, null, DayOfWeek.WEDNESDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "US, 09:00, 09:50, 9:00–9:50 AM",
        "US, 11:30, 12:20, 11:30 AM–12:20 PM",
        "US, 12:00, 12:50, 12:00–12:50 PM",
        "US, 00:00, 00:30, 12:00–12:30 AM",
        "GB, 09:00, 12:20, 09:00–12:20"
    })
    void aTimeRangeShowsAmOrPmOnceIfBothTimesShareIt(String country, LocalTime from, LocalTime until, String words) {
        assertThat(DisplayFormats.of(country).times(from, until)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"US, 09:00, 9 AM", "US, 12:15, 12:15 PM", "US, 12:00, 12 PM", "US, 00:00, 12 AM", "GB, 09:00, 09:00"})
    void aShortTimeOmitsTheMinutesOfAFullHour(String country, LocalTime time, String words) {
        var formats = DisplayFormats.of(country);
        assertThat(formats.shortTime(time)).isEqualTo(words);
        assertThat(TypedTime.read(words, formats.hours())).isEqualTo(time);
    }

    @Test
    void aTimestampHasSecondsAndAMessageFullWords() {
        var at = Instant.parse("2026-11-24T23:30:05Z");
        var zone = ZoneId.of("America/New_York");
        assertThat(US.stamp(at, zone)).isEqualTo("Nov 24, 2026, 6:30:05 PM");
        assertThat(DisplayFormats.of("GB").stamp(at, zone)).isEqualTo("24 Nov 2026 18:30:05");
        assertThat(US.inLetter(DAY, EVENING)).isEqualTo("Tuesday, November 24, 2026 at 5:30 PM");
        assertThat(DisplayFormats.of("GB").inLetter(DAY, EVENING)).isEqualTo("Tuesday 24 November 2026 at 17:30");
    }

    @ParameterizedTest
    @CsvSource({"US, 2026-11-22", "GB, 2026-11-23", "EG, 2026-11-21"})
    void aWeekBeginsOnTheFirstDayOfTheCountry(String country, LocalDate first) {
        var formats = DisplayFormats.of(country);
        assertThat(formats.firstOfWeek(DAY)).isEqualTo(first);
        assertThat(formats.firstOfWeek(first)).isEqualTo(first);
        assertThat(formats.firstOfWeek(first.plusDays(6))).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void theBrowserDatePatternMatchesTheScreen(DateOrder order) {
        var formats = new DisplayFormats(order, HourCycle.TWELVE, DayOfWeek.SUNDAY);
        assertThat(formats.datePattern())
                .containsOnlyOnce("yyyy")
                .containsPattern("M")
                .containsPattern("d");
        assertThat(formats.date(DAY))
                .isEqualTo(formats.datePattern()
                        .replaceAll("d+", "24")
                        .replace("MMM", "Nov")
                        .replace("MM", "11")
                        .replace("yyyy", "2026"));
    }

    @Test
    void aCsvExportHasOneFormatForEveryone() {
        assertThat(DisplayFormats.inCsv(LocalDateTime.of(DAY, EVENING))).isEqualTo("2026-11-24 17:30");
    }

    @Test
    void formatsAreUnambiguousWithoutASignedInUser() {
        assertThat(DisplayFormats.current()).isEqualTo(DisplayFormats.INTERNATIONAL);
        assertThat(Dates.dayAndTime(DAY, EVENING, "")).isEqualTo("Tue 24 Nov, 17:30");
    }
}
