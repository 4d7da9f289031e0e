package io.plumbline.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class CallClockTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration PROMISE = Duration.ofMinutes(15);

    /** Weekdays with a lunch break, a short Wednesday and Saturday, and the Memorial Day of 2026 closed. */
    private static final BusinessTime CLINIC = new BusinessTime(
            NEW_YORK,
            List.of(
                    hours(DayOfWeek.MONDAY, "08:00", "12:00"),
                    hours(DayOfWeek.MONDAY, "13:00", "18:00"),
                    hours(DayOfWeek.TUESDAY, "08:00", "12:00"),
                    hours(DayOfWeek.TUESDAY, "13:00", "18:00"),
                    hours(DayOfWeek.WEDNESDAY, "08:00", "12:00"),
                    hours(DayOfWeek.THURSDAY, "08:00", "12:00"),
                    hours(DayOfWeek.THURSDAY, "13:00", "18:00"),
                    hours(DayOfWeek.FRIDAY, "08:00", "12:00"),
                    hours(DayOfWeek.FRIDAY, "13:00", "18:00"),
                    hours(DayOfWeek.SATURDAY, "09:00", "12:00")),
            Set.of(LocalDate.of(2026, 5, 25)));

    static LongStream seeds() {
        return LongStream.rangeClosed(501, 530);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        # who may be called,               days,             parts,   first day,  asked,               called at,        until,            late from
        at any time in the hours,          '',               '',      ,           2026-05-12T09:10,    2026-05-12T09:10, 2026-05-12T12:00, 2026-05-12T09:25
        at any time before closing,        '',               '',      ,           2026-05-15T17:50,    2026-05-15T17:50, 2026-05-15T18:00, 2026-05-16T09:05
        at any time in the lunch break,    '',               '',      ,           2026-05-12T12:30,    2026-05-12T13:00, 2026-05-12T18:00, 2026-05-12T13:15
        in the mornings after noon,        '',               MORNING, ,           2026-05-12T12:30,    2026-05-13T08:00, 2026-05-13T11:00, 2026-05-13T08:15
        in the mornings near their end,    '',               MORNING, ,           2026-05-12T10:50,    2026-05-12T10:50, 2026-05-12T11:00, 2026-05-13T08:05
        in two parts that meet,            '',               MORNING MIDDAY, ,    2026-05-12T10:50,    2026-05-12T10:50, 2026-05-12T12:00, 2026-05-12T11:05
        on two afternoons of the week,     TUESDAY THURSDAY, AFTERNOON, ,         2026-05-13T09:00,    2026-05-14T14:00, 2026-05-14T17:00, 2026-05-14T14:15
        in the evenings that are open,     '',               EVENING, ,           2026-05-12T12:00,    2026-05-12T17:00, 2026-05-12T18:00, 2026-05-12T17:15
        at midday across the lunch break,  '',               MIDDAY,  ,           2026-05-12T11:50,    2026-05-12T11:50, 2026-05-12T12:00, 2026-05-12T13:05
        not before a day,                  '',               MORNING, 2026-05-18, 2026-05-12T09:00,    2026-05-18T08:00, 2026-05-18T11:00, 2026-05-18T08:15
        not before a day that is over,     '',               '',      2026-05-01, 2026-05-12T09:10,    2026-05-12T09:10, 2026-05-12T12:00, 2026-05-12T09:25
        a moment before midnight,          '',               '',      ,           2026-05-12T23:59:59, 2026-05-13T08:00, 2026-05-13T12:00, 2026-05-13T08:15
        over a closed Monday,              '',               '',      ,           2026-05-23T11:50,    2026-05-23T11:50, 2026-05-23T12:00, 2026-05-26T08:05
        in half an hour of five days,      SATURDAY,         MORNING, ,           2026-05-16T10:30,    2026-05-16T10:30, 2026-05-16T11:00, 2026-05-16T10:45
        as the clocks go forward,          '',               '',      ,           2026-03-07T11:50,    2026-03-07T11:50, 2026-03-07T12:00, 2026-03-09T08:05
        as the clocks go back,             '',               '',      ,           2026-10-31T11:50,    2026-10-31T11:50, 2026-10-31T12:00, 2026-11-02T08:05
        """)
    void followUpsFallInBusinessHoursWithinTheCallWindow(
            String who,
            String days,
            String parts,
            LocalDate firstDay,
            LocalDateTime asked,
            LocalDateTime at,
            LocalDateTime until,
            LocalDateTime lateFrom) {
        var clock = clock(days, parts, firstDay, asked);
        assertThat(clock.canBeMet()).isTrue();
        assertThat(clock.followUpAfter(Duration.ZERO, PROMISE))
                .contains(new NextFollowUp(instant(at), instant(until), instant(lateFrom), false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        # who may be called,              days,     parts,   asked,            called at,        until,            late from
        on Sundays,                       SUNDAY,   '',      2026-05-12T09:10, 2026-05-12T09:10, 2026-05-12T12:00, 2026-05-12T09:25
        on Saturday evenings,             SATURDAY, EVENING, 2026-05-12T12:30, 2026-05-12T13:00, 2026-05-12T18:00, 2026-05-12T13:15
        on Mondays before a closed one,   MONDAY,   '',      2026-05-23T11:30, 2026-05-23T11:30, 2026-05-23T12:00, 2026-05-23T11:45
        in 29 minutes of five days,       SATURDAY, MORNING, 2026-05-16T10:31, 2026-05-16T10:31, 2026-05-16T12:00, 2026-05-16T10:46
        """)
    void anImpossibleCallWindowIsWrittenToFirstAndCalledInBusinessHours(
            String who,
            String days,
            String parts,
            LocalDateTime asked,
            LocalDateTime at,
            LocalDateTime until,
            LocalDateTime lateFrom) {
        var clock = clock(days, parts, null, asked);
        assertThat(clock.canBeMet()).isFalse();
        assertThat(clock.followUpAfter(Duration.ZERO, PROMISE))
                .contains(new NextFollowUp(instant(at), instant(until), instant(lateFrom), true));
    }

    @Test
    void aWaitCountsOnlyTimeWithinTheCallWindow() {
        var clock = clock("", "MORNING", null, LocalDateTime.of(2026, 5, 12, 10, 30));
        assertThat(clock.followUpAfter(Duration.ofHours(1), PROMISE)
                        .orElseThrow()
                        .at())
                .isEqualTo(instant(LocalDateTime.of(2026, 5, 13, 8, 30)));
    }

    @Test
    void aClinicThatNeverOpensHasNoFollowUp() {
        var never = new BusinessTime(NEW_YORK, List.of(), Set.of());
        var asked = instant(LocalDateTime.of(2026, 5, 12, 9, 0));
        assertThat(CallClock.of(never, DayPartHours.usual(), CallWindow.ANY_TIME, asked)
                        .followUpAfter(Duration.ZERO, PROMISE))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFollowUpIsInBusinessHoursAndTheCallWindow(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 10; n++) {
            var window = randomWindow(random);
            var asked = Instant.parse("2026-03-02T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(250 * 24 * 60)));
            var clock = CallClock.of(CLINIC, DayPartHours.usual(), window, asked);
            var suits = suits(clock.canBeMet() ? window : new CallWindow(Set.of(), Set.of(), window.from()));
            var wait = Duration.ofMinutes(random.nextInt(120));
            var followUp = clock.followUpAfter(wait, PROMISE).orElseThrow();
            assertThat(minutes(asked, followUp.at(), suits)).isEqualTo(wait.toMinutes());
            assertThat(minutes(followUp.at(), followUp.overdueAt(), suits)).isEqualTo(PROMISE.toMinutes());
            assertThat(suits.test(followUp.at()) && suits.test(followUp.overdueAt()))
                    .isTrue();
            assertThat(minutes(followUp.at(), followUp.windowEndsAt(), suits))
                    .isEqualTo(Duration.between(followUp.at(), followUp.windowEndsAt())
                            .toMinutes())
                    .isPositive();
            assertThat(suits.test(followUp.windowEndsAt())).isFalse();
            assertThat(clock.canBeMet()).isEqualTo(minutesInFiveOpeningDays(window, asked) >= 30);
        }
    }

    /** As somebody counts who looks at the clock each minute. */
    private static long minutes(Instant from, Instant until, Predicate<Instant> suits) {
        return Stream.iterate(from, now -> now.isBefore(until), now -> now.plusSeconds(60))
                .filter(suits)
                .count();
    }

    private static long minutesInFiveOpeningDays(CallWindow window, Instant asked) {
        var open = suits(CallWindow.ANY_TIME);
        var theirs = suits(window);
        var days = new HashSet<LocalDate>();
        var counted = 0L;
        var now = window.from() == null
                ? asked
                : Stream.of(asked, window.from().atStartOfDay(NEW_YORK).toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow();
        while (true) {
            if (open.test(now)) {
                days.add(LocalDate.ofInstant(now, NEW_YORK));
                if (days.size() > CallClock.OPENING_DAYS) {
                    return counted;
                }
            }
            counted += theirs.test(now) ? 1 : 0;
            now = now.plusSeconds(60);
        }
    }

    private static Predicate<Instant> suits(CallWindow window) {
        return at -> {
            var wall = LocalDateTime.ofInstant(at, NEW_YORK);
            return CLINIC.closesAfter(at).isPresent()
                    && (window.from() == null || !wall.toLocalDate().isBefore(window.from()))
                    && (window.days().isEmpty() || window.days().contains(wall.getDayOfWeek()))
                    && (window.parts().isEmpty()
                            || DayPartHours.usual().stream()
                                    .anyMatch(part -> window.parts().contains(part.part())
                                            && !wall.toLocalTime().isBefore(part.startsAt())
                                            && wall.toLocalTime().isBefore(part.endsAt())));
        };
    }

    private static CallWindow randomWindow(RandomGenerator random) {
        return new CallWindow(
                some(DayOfWeek.values(), random),
                some(DayPart.values(), random),
                random.nextInt(4) == 0 ? LocalDate.of(2026, 3, 1).plusDays(random.nextInt(270)) : null);
    }

    private static <T> Set<T> some(T[] all, RandomGenerator random) {
        return Arrays.stream(all).filter(one -> random.nextInt(3) == 0).collect(Collectors.toUnmodifiableSet());
    }

    private static CallClock clock(String days, String parts, @Nullable LocalDate firstDay, LocalDateTime asked) {
        var window = new CallWindow(set(days, DayOfWeek::valueOf), set(parts, DayPart::valueOf), firstDay);
        return CallClock.of(CLINIC, DayPartHours.usual(), window, instant(asked));
    }

    private static <T> Set<T> set(String names, Function<String, T> one) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(one).collect(Collectors.toSet());
    }

    private static Instant instant(LocalDateTime wall) {
        return wall.atZone(NEW_YORK).toInstant();
    }

    private static BusinessHours hours(DayOfWeek day, String opens, String closes) {
        return new BusinessHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
