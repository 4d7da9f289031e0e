package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.DisplayFormats;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResponseTargetTest {
    private static final DisplayFormats GERMANY = DisplayFormats.of("DE");
    private static final Duration PROMISE = Duration.ofMinutes(15);
    private static final CallTimes WEEKDAYS = new CallTimes(
            new BusinessTime(
                    ZoneId.of("America/Phoenix"),
                    Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)
                            .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                            .toList(),
                    Set.of()),
            DayPartHours.usual(),
            PROMISE);

    @Test
    void anOpenClinicSaysByWhenItCallsToday() {
        var now = Instant.parse("2026-11-24T17:00:00Z");
        assertThat(words(now, now, now, true, false))
                .isEqualTo(
                        "We will call you today, Tuesday 24 November, in the morning, by 10:15 (Mountain Standard Time).");
    }

    @Test
    void aClosedClinicSaysUntilWhenItIsClosed() {
        var now = Instant.parse("2026-11-24T03:00:00Z");
        var opens = Instant.parse("2026-11-24T15:00:00Z");
        assertThat(words(now, opens, opens, true, false))
                .isEqualTo(
                        "We are closed until tomorrow, Tuesday 24 November, 08:00. We will call you tomorrow, Tuesday"
                                + " 24 November, in the morning, between 08:00 and 08:15 (Mountain Standard Time).");
    }

    @Test
    void aPersonWhoCannotBeCalledGetsAMessageInstead() {
        var now = Instant.parse("2026-11-24T21:30:00Z");
        assertThat(words(now, now, now, false, false)).startsWith("We will write to you today");
        assertThat(words(now, now, now, true, true))
                .startsWith("The times you gave are outside our business hours. We will write to you today");
    }

    @Test
    void aTargetOnAnotherDayNamesThatDay() {
        var now = Instant.parse("2026-11-25T00:55:00Z");
        assertThat(words(now, now, Instant.parse("2026-11-27T15:00:00Z"), true, false))
                .contains("in the evening, by Friday 27 November, 08:15");
    }

    @Test
    void aPersonInAnUnknownTimeZoneGetsTimesWithTheirZone() {
        var now = Instant.parse("2026-11-24T03:00:00Z");
        var opens = Instant.parse("2026-11-24T15:00:00Z");
        var followUp = new NextFollowUp(opens, opens.plus(PROMISE), opens.plus(PROMISE), false);
        assertThat(ResponseTarget.of(followUp, WEEKDAYS, GERMANY, true, false, now, TestWords.english())
                        .sentences())
                .isEqualTo(
                        "We are closed until Tuesday 24 November, 08:00 (Mountain Standard Time). We will call you Tuesday"
                                + " 24 November, between 08:00 and 08:15 (Mountain Standard Time).");
    }

    @Test
    void theTargetIsFormattedForTheClinicsCountry() {
        var now = Instant.parse("2026-11-24T03:00:00Z");
        var opens = Instant.parse("2026-11-25T00:00:00Z");
        var followUp = new NextFollowUp(opens, opens.plus(PROMISE), opens.plus(PROMISE), false);
        assertThat(ResponseTarget.of(followUp, WEEKDAYS, DisplayFormats.of("US"), true, true, now, TestWords.english())
                        .sentences())
                .isEqualTo(
                        "We are closed until tomorrow, Tuesday, November 24, 8:00 AM. We will call you tomorrow, Tuesday,"
                                + " November 24, in the evening, between 5:00 PM and 5:15 PM (Mountain Standard Time).");
    }

    @Test
    void aPersonReadsTheTargetInSpanish() {
        var now = Instant.parse("2026-11-24T03:00:00Z");
        var opens = Instant.parse("2026-11-25T00:00:00Z");
        var followUp = new NextFollowUp(opens, opens.plus(PROMISE), opens.plus(PROMISE), false);
        assertThat(ResponseTarget.of(followUp, WEEKDAYS, DisplayFormats.of("US"), true, true, now, TestWords.spanish())
                        .sentences()
                        .replaceAll("\\h", " "))
                .isEqualTo(
                        "Está cerrado hasta mañana, martes, 24 de noviembre, 8:00 a. m. Le llamaremos mañana, martes,"
                                + " 24 de noviembre, por la noche, entre las 5:00 p. m. y las 5:15 p. m. (hora estándar"
                                + " de las Montañas Rocosas).");
    }

    private static String words(Instant now, Instant at, Instant counted, boolean byPhone, boolean writeFirst) {
        var followUp = new NextFollowUp(at, at.plus(PROMISE), counted.plus(PROMISE), writeFirst);
        return ResponseTarget.of(followUp, WEEKDAYS, GERMANY, byPhone, true, now, TestWords.english())
                .sentences();
    }
}
