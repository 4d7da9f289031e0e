package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.support.ClinicDrafts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BusinessTimeTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<ZoneId> ZONES = List.of(
            NEW_YORK,
            ZoneId.of("America/Phoenix"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"));

    /** No edge lies within an hour that a night of changing clocks shows twice or not at all. */
    private static final List<LocalTime> EDGES = LongStream.range(0, 96)
            .mapToObj(quarter -> LocalTime.ofSecondOfDay(quarter * 900))
            .filter(edge -> !edge.isAfter(LocalTime.of(1, 0)) || !edge.isBefore(LocalTime.of(3, 0)))
            .toList();

    /** Weekdays with a lunch break, a short Saturday, and the Memorial Day of 2026 closed. */
    private static final BusinessTime CLINIC = BusinessTime.of(draft(
            NEW_YORK,
            List.of(
                    hours(DayOfWeek.MONDAY, "13:00", "18:00"),
                    hours(DayOfWeek.MONDAY, "08:00", "12:00"),
                    hours(DayOfWeek.TUESDAY, "08:00", "12:00"),
                    hours(DayOfWeek.TUESDAY, "13:00", "18:00"),
                    hours(DayOfWeek.WEDNESDAY, "08:00", "12:00"),
                    hours(DayOfWeek.THURSDAY, "08:00", "12:00"),
                    hours(DayOfWeek.THURSDAY, "13:00", "18:00"),
                    hours(DayOfWeek.FRIDAY, "08:00", "12:00"),
                    hours(DayOfWeek.FRIDAY, "13:00", "18:00"),
                    hours(DayOfWeek.SATURDAY, "09:00", "12:00")),
            List.of(LocalDate.of(2026, 5, 25))));

    /** Open every night from midnight to six and every evening from seven to eleven. */
    private static final BusinessTime BY_NIGHT = BusinessTime.of(draft(
            NEW_YORK,
            Arrays.stream(DayOfWeek.values())
                    .flatMap(day -> List.of(hours(day, "00:00", "06:00"), hours(day, "19:00", "23:00")).stream())
                    .toList(),
            List.of()));

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 140);
    }

    @ParameterizedTest(name = "{0}: {2} after {1} is {3}")
    @CsvSource(textBlock = """
        within the hours,                       2026-05-12T09:10:00, PT1H,    2026-05-12T10:10:00
        to the second,                          2026-05-12T09:10:30, PT15M,   2026-05-12T09:25:30
        before opening,                         2026-05-12T06:00:00, PT1H,    2026-05-12T09:00:00
        at opening,                             2026-05-12T08:00:00, PT15M,   2026-05-12T08:15:00
        in the lunch break,                     2026-05-12T12:20:00, PT1H,    2026-05-12T14:00:00
        across the lunch break,                 2026-05-12T11:40:00, PT1H,    2026-05-12T13:40:00
        near closing,                           2026-05-12T17:45:00, PT1H,    2026-05-13T08:45:00
        ends as the clinic closes,              2026-05-12T17:00:00, PT1H,    2026-05-13T08:00:00
        a moment before it closes,              2026-05-12T17:00:00, PT59M59S, 2026-05-12T17:59:59
        after closing,                          2026-05-12T20:00:00, PT15M,   2026-05-13T08:15:00
        over the afternoon that stays closed,   2026-05-13T11:30:00, PT1H,    2026-05-14T08:30:00
        from Friday evening,                    2026-05-15T17:30:00, PT1H,    2026-05-16T09:30:00
        over Sunday,                            2026-05-16T11:30:00, PT1H,    2026-05-18T08:30:00
        over a closed Monday,                   2026-05-23T11:30:00, PT1H,    2026-05-26T08:30:00
        on a closed day,                        2026-05-25T09:00:00, PT1H,    2026-05-26T09:00:00
        over several days,                      2026-05-12T08:00:00, PT20H,   2026-05-14T16:00:00
        none while it is open,                  2026-05-12T09:10:00, PT0S,    2026-05-12T09:10:00
        none before opening,                    2026-05-12T06:00:00, PT0S,    2026-05-12T08:00:00
        none as it closes for lunch,            2026-05-12T12:00:00, PT0S,    2026-05-12T13:00:00
        none on Sunday,                         2026-05-17T10:00:00, PT0S,    2026-05-18T08:00:00
        over the night when clocks go forward,  2026-03-07T11:30:00, PT1H,    2026-03-09T08:30:00
        over the night when clocks go back,     2026-10-31T11:30:00, PT1H,    2026-11-02T08:30:00
        """)
    void countsOnlyWhileTheClinicIsOpen(String when, LocalDateTime from, Duration opening, LocalDateTime expected) {
        assertThat(CLINIC.after(inNewYork(from), opening)).isEqualTo(inNewYork(expected));
    }

    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource(textBlock = """
        2026-03-08T06:30:00Z, PT15M, 2026-03-08T06:45:00Z
        2026-03-08T06:30:00Z, PT1H,  2026-03-08T07:30:00Z
        2026-03-08T05:00:00Z, PT5H,  2026-03-08T23:00:00Z
        2026-03-08T03:30:00Z, PT1H,  2026-03-08T05:30:00Z
        2026-11-01T05:30:00Z, PT1H,  2026-11-01T06:30:00Z
        2026-11-01T04:00:00Z, PT6H,  2026-11-01T10:00:00Z
        2026-11-01T04:00:00Z, PT7H,  2026-11-02T00:00:00Z
        """)
    void countsNightsWithAClockChangeAtTheirRealLength(Instant from, Duration opening, Instant expected) {
        assertThat(BY_NIGHT.after(from, opening)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithCountingMinuteByMinute(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 10; n++) {
            var clinic = randomClinic(random);
            var from = randomInstant(random);
            var minutes = random.nextInt(20 * 60 + 1);
            assertThat(BusinessTime.of(clinic).after(from, Duration.ofMinutes(minutes)))
                    .as("%d minutes after %s in %s", minutes, from, clinic)
                    .isEqualTo(minuteByMinute(clinic, from, minutes));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void continuesFromTheMomentReached(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 25; n++) {
            var time = BusinessTime.of(randomClinic(random));
            var from = randomInstant(random).plusSeconds(random.nextInt(60));
            var first = Duration.ofSeconds(random.nextInt(10 * 3600));
            var second = Duration.ofSeconds(random.nextInt(10 * 3600));
            assertThat(time.after(time.after(from, first), second))
                    .as("%s and %s after %s in %s", first, second, from, time)
                    .isEqualTo(time.after(from, first.plus(second)));
        }
    }

    @Test
    void failsForAClinicThatNeverOpens() {
        var never = BusinessTime.of(draft(NEW_YORK, List.of(), List.of()));
        var from = inNewYork(LocalDateTime.of(2026, 5, 12, 9, 0));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> never.after(from, Duration.ZERO))
                .withMessage("The clinic does not open within a year");
    }

    @Test
    void failsForAClinicClosedEveryDayOfTheYear() {
        var monday = LocalDate.of(2026, 5, 11);
        var mondays = LongStream.range(0, 60).mapToObj(monday::plusWeeks).toList();
        var closed = BusinessTime.of(draft(NEW_YORK, List.of(hours(DayOfWeek.MONDAY, "08:00", "12:00")), mondays));
        var from = monday.atStartOfDay(NEW_YORK).toInstant();
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> closed.after(from, Duration.ofMinutes(1)));
    }

    private static Instant minuteByMinute(ClinicDraft clinic, Instant from, int minutes) {
        var closed = clinic.closedDays().stream().map(ClosedDay::on).toList();
        var counted = 0;
        for (var now = from; ; now = now.plusSeconds(60)) {
            var wall = LocalDateTime.ofInstant(now, clinic.zone());
            var open = !closed.contains(wall.toLocalDate())
                    && clinic.hours().stream()
                            .anyMatch(stretch -> stretch.weekday() == wall.getDayOfWeek()
                                    && !wall.toLocalTime().isBefore(stretch.opensAt())
                                    && wall.toLocalTime().isBefore(stretch.closesAt()));
            if (open && counted++ == minutes) {
                return now;
            }
        }
    }

    private static ClinicDraft randomClinic(RandomGenerator random) {
        var hours = new ArrayList<BusinessHours>();
        while (hours.size() < 3) {
            hours.clear();
            for (var day : DayOfWeek.values()) {
                var edges = new ArrayList<>(EDGES);
                Collections.shuffle(edges, random);
                var chosen = edges.subList(0, 2 * random.nextInt(3)).stream()
                        .sorted()
                        .toList();
                for (var edge = 0; edge < chosen.size(); edge += 2) {
                    hours.add(new BusinessHours(day, chosen.get(edge), chosen.get(edge + 1)));
                }
            }
        }
        Collections.shuffle(hours, random);
        var closed = random.ints(random.nextInt(8), 0, 366)
                .distinct()
                .mapToObj(LocalDate.of(2026, 1, 1)::plusDays)
                .toList();
        return draft(ZONES.get(random.nextInt(ZONES.size())), hours, closed);
    }

    /** Half of them within a week of the days on which clocks change. */
    private static Instant randomInstant(RandomGenerator random) {
        var days = List.of(
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 26),
                LocalDate.of(2026, 4, 2),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 22),
                LocalDate.of(2026, 10, 29));
        var day = random.nextBoolean()
                ? days.get(random.nextInt(days.size())).plusDays(random.nextInt(5))
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        return day.atStartOfDay(ZoneId.of("Z")).toInstant().plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
    }

    private static Instant inNewYork(LocalDateTime wall) {
        return wall.atZone(NEW_YORK).toInstant();
    }

    private static BusinessHours hours(DayOfWeek day, String opens, String closes) {
        return new BusinessHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static ClinicDraft draft(ZoneId zone, List<BusinessHours> hours, List<LocalDate> closed) {
        var closedDays =
                closed.stream().map(day -> new ClosedDay(day, "Holiday")).toList();
        return ClinicDrafts.of("north", "North", zone, "US", "911", 15, hours, closedDays);
    }
}
