package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import io.plumbline.support.Migrations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<ZoneId> ZONES = List.of(
            NEW_YORK,
            ZoneId.of("America/Phoenix"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Chatham"));
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 5, 12);

    @Test
    void coverEveryFiveMinutesFromStartToEnd() {
        var nine = Instant.parse("2026-05-12T13:00:00Z").getEpochSecond() / 300;
        assertThat(Slots.of(ANY_DAY, LocalTime.of(9, 0), 20, NEW_YORK))
                .containsExactly(nine, nine + 1, nine + 2, nine + 3);
    }

    @ParameterizedTest(name = "{1} on {0} in {2}")
    @CsvSource({
        "2026-03-08, 02:00, America/New_York",
        "2026-03-08, 02:30, America/New_York",
        "2026-03-08, 02:55, America/New_York",
        "2026-03-29, 02:30, Europe/Berlin",
        "2011-12-30, 12:00, Pacific/Apia"
    })
    void refuseATimeSkippedByDaylightSavingTime(LocalDate on, LocalTime at, ZoneId zone) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Slots.of(on, at, 30, zone))
                .withMessage("The clocks skip " + at + " on that day: choose another time");
    }

    @ParameterizedTest(name = "{1} on {0} in {2} is {3}")
    @CsvSource({
        "2026-11-01, 00:55, America/New_York, 2026-11-01T04:55:00Z",
        "2026-11-01, 01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-11-01, 02:00, America/New_York, 2026-11-01T07:00:00Z",
        "2026-10-25, 02:30, Europe/Berlin,    2026-10-25T00:30:00Z",
        "2026-03-08, 01:55, America/New_York, 2026-03-08T06:55:00Z",
        "2026-03-08, 03:00, America/New_York, 2026-03-08T07:00:00Z",
        "2026-03-08, 02:30, America/Phoenix,  2026-03-08T09:30:00Z",
        "2026-11-01, 01:30, America/Phoenix,  2026-11-01T08:30:00Z"
    })
    void useTheFirstOccurrenceOfARepeatedTime(LocalDate on, LocalTime at, ZoneId zone, Instant starts) {
        assertThat(Slots.of(on, at, 5, zone)).containsExactly(starts.getEpochSecond() / 300);
    }

    @Test
    void lastAsLongAsTheAppointmentAcrossADaylightSavingChange() {
        var first = Instant.parse("2026-03-08T06:30:00Z").getEpochSecond() / 300;
        assertThat(Slots.of(LocalDate.of(2026, 3, 8), LocalTime.of(1, 30), 60, NEW_YORK))
                .containsExactlyElementsOf(
                        LongStream.range(first, first + 12).boxed().toList());
    }

    @Test
    void areTheSameInTwoClinicsAtTheSameInstant() {
        assertThat(Slots.of(ANY_DAY, LocalTime.of(10, 0), 45, NEW_YORK).toArray())
                .isEqualTo(Slots.of(ANY_DAY, LocalTime.of(7, 0), 45, ZoneId.of("America/Phoenix"))
                        .toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void areTheSameInAnyTwoZonesAtTheSameInstant(long seed) {
        var random = new SplittableRandom(seed);
        var checked = 0;
        while (checked < 500) {
            var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(300L * random.nextInt(365 * 288));
            var here = at.atZone(ZONES.get(random.nextInt(ZONES.size())));
            var there = at.atZone(ZONES.get(random.nextInt(ZONES.size())));
            if (isShownTwice(here.getZone(), at) || isShownTwice(there.getZone(), at)) {
                continue;
            }
            var minutes = 5 * random.nextInt(1, 49);
            assertThat(Slots.of(here.toLocalDate(), here.toLocalTime(), minutes, here.getZone())
                            .toArray())
                    .as("%s and %s, %d minutes", here, there, minutes)
                    .isEqualTo(Slots.of(there.toLocalDate(), there.toLocalTime(), minutes, there.getZone())
                            .toArray());
            checked++;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void areConsecutiveOnePerFiveMinutes(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 500; n++) {
            var minutes = 5 * random.nextInt(1, 97);
            var slots = Slots.of(dayWithoutChange(random), fiveMinutes(random), minutes, zone(random))
                    .toArray();
            assertThat(slots).hasSize(minutes / 5);
            assertThat(slots)
                    .isEqualTo(
                            LongStream.range(slots[0], slots[0] + minutes / 5).toArray());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void overlapExactlyWhenOneAppointmentStartsBeforeTheOtherEnds(long seed) {
        var random = new SplittableRandom(seed);
        var meetings = 0;
        for (var n = 0; n < 1000; n++) {
            var day = dayWithoutChange(random);
            var zone = zone(random);
            var one = fiveMinutes(random);
            var other = fiveMinutes(random);
            var minutes = 5 * random.nextInt(1, 49);
            var apart = Math.abs(one.toSecondOfDay() - other.toSecondOfDay()) / 60;
            var taken = Slots.of(day, one, minutes, zone).boxed().toList();
            var meets = Slots.of(day, other, minutes, zone).anyMatch(taken::contains);
            assertThat(meets)
                    .as("%s %s and %s in %s, %d minutes", day, one, other, zone, minutes)
                    .isEqualTo(apart < minutes);
            meetings += meets ? 1 : 0;
        }
        assertThat(meetings).isBetween(1, 999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:03", "09:59", "09:00:01", "09:00:00.000000001"})
    void startOnAMultipleOfFiveMinutes(LocalTime at) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Slots.of(ANY_DAY, at, 30, NEW_YORK))
                .withMessage("An appointment must start on a multiple of five minutes");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 1, 4, 7, 59})
    void takeAMultipleOfFiveMinutes(int minutes) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Slots.of(ANY_DAY, LocalTime.of(9, 0), minutes, NEW_YORK))
                .withMessage("An appointment must take a multiple of five minutes");
    }

    @ParameterizedTest
    @EnumSource
    void supportTheDefaultLengthOfEveryType(AppointmentType type) {
        assertThat(Slots.of(ANY_DAY, LocalTime.of(9, 0), type.minutes(), NEW_YORK))
                .hasSize(type.minutes() / 5);
        assertThat(type.name()).hasSizeLessThanOrEqualTo(Migrations.length("appointment", "appointment_type"));
    }

    private static boolean isShownTwice(ZoneId zone, Instant at) {
        return zone.getRules()
                        .getValidOffsets(at.atZone(zone).toLocalDateTime())
                        .size()
                != 1;
    }

    private static LocalDate dayWithoutChange(RandomGenerator random) {
        return random.nextBoolean()
                ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(45))
                : LocalDate.of(2026, 6, 1).plusDays(random.nextInt(60));
    }

    private static LocalTime fiveMinutes(RandomGenerator random) {
        return LocalTime.ofSecondOfDay(300L * random.nextInt(288));
    }

    private static ZoneId zone(RandomGenerator random) {
        return ZONES.get(random.nextInt(ZONES.size()));
    }
}
