package io.plumbline.clinics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts time while a clinic is open. A promise, and the next touch of a lead, run in it.
 *
 * @param hours in order; two stretches of a day that touch count as one
 */
public record OpeningTime(ZoneId zone, List<OpeningHours> hours, Set<LocalDate> closed) {
    private static final int LONGEST_SEARCH_DAYS = 366;

    public OpeningTime {
        hours = joined(hours);
        closed = Set.copyOf(closed);
    }

    /** The opening time of a clinic. */
    public static OpeningTime of(ClinicDraft clinic) {
        return new OpeningTime(
                clinic.zone(),
                clinic.hours(),
                clinic.closedDays().stream().map(ClosedDay::on).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What of it lies on some days and in some parts of them.
     *
     * @param days of the week; empty for all
     * @param parts of a day; empty for all of it
     */
    public OpeningTime within(Set<DayOfWeek> days, Collection<DayPartHours> parts) {
        var some = hours.stream()
                .filter(stretch -> days.isEmpty() || days.contains(stretch.weekday()))
                .flatMap(stretch -> parts.isEmpty()
                        ? Stream.of(stretch)
                        : parts.stream().flatMap(part -> overlap(stretch, part).stream()))
                .toList();
        return new OpeningTime(zone, some, closed);
    }

    /**
     * The instant at which so much opening time has passed. A zero duration gives {@code from} while the clinic is open,
     * else the next opening.
     *
     * @throws DateTimeException if the clinic does not open for so long within a year
     */
    public Instant after(Instant from, Duration opening) {
        var left = opening;
        var first = LocalDate.ofInstant(from, zone);
        for (var day = first; day.isBefore(first.plusDays(LONGEST_SEARCH_DAYS)); day = day.plusDays(1)) {
            for (var stretch : on(day)) {
                var start = stretch.from().isBefore(from) ? from : stretch.from();
                if (!start.isBefore(stretch.until())) {
                    continue;
                }
                var here = Duration.between(start, stretch.until());
                if (left.compareTo(here) < 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new DateTimeException("The clinic does not open within a year");
    }

    /** How much of the time between two instants the clinic is open; nothing where the second is not after the first. */
    public Duration between(Instant from, Instant until) {
        var sum = Duration.ZERO;
        var last = LocalDate.ofInstant(until, zone);
        for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (var stretch : on(day)) {
                var start = stretch.from().isBefore(from) ? from : stretch.from();
                var end = stretch.until().isAfter(until) ? until : stretch.until();
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    /** When the clinic closes that is open at an instant; empty while it is closed. */
    public Optional<Instant> closesAfter(Instant at) {
        return on(LocalDate.ofInstant(at, zone)).stream()
                .filter(stretch ->
                        !stretch.from().isAfter(at) && stretch.until().isAfter(at))
                .map(Stretch::until)
                .findFirst();
    }

    /** Whether the clinic opens at all on a day. */
    public boolean opensOn(LocalDate day) {
        return !on(day).isEmpty();
    }

    /** The stretches of a day in order; none on a closed day. */
    public List<OpeningHours> hoursOn(LocalDate day) {
        return closed.contains(day)
                ? List.of()
                : hours.stream()
                        .filter(stretch -> stretch.weekday() == day.getDayOfWeek())
                        .toList();
    }

    private record Stretch(Instant from, Instant until) {}

    private List<Stretch> on(LocalDate day) {
        return hoursOn(day).stream()
                .map(stretch -> new Stretch(at(day, stretch.opensAt()), at(day, stretch.closesAt())))
                .toList();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Optional<OpeningHours> overlap(OpeningHours stretch, DayPartHours part) {
        var opens = stretch.opensAt().isAfter(part.startsAt()) ? stretch.opensAt() : part.startsAt();
        var closes = stretch.closesAt().isBefore(part.endsAt()) ? stretch.closesAt() : part.endsAt();
        return opens.isBefore(closes)
                ? Optional.of(new OpeningHours(stretch.weekday(), opens, closes))
                : Optional.empty();
    }

    private static List<OpeningHours> joined(List<OpeningHours> some) {
        var joined = new ArrayList<OpeningHours>();
        for (var next : some.stream().sorted(OpeningHours.IN_ORDER).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null
                    || last.weekday() != next.weekday()
                    || last.closesAt().isBefore(next.opensAt())) {
                joined.add(next);
            } else if (last.closesAt().isBefore(next.closesAt())) {
                joined.set(joined.size() - 1, new OpeningHours(last.weekday(), last.opensAt(), next.closesAt()));
            }
        }
        return List.copyOf(joined);
    }
}
