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
 * Computes with business time, the time when a clinic is open. Response targets and next follow-ups use it.
 *
 * @param hours in order; adjoining periods of a day count as one
 */
public record BusinessTime(ZoneId zone, List<BusinessHours> hours, Set<LocalDate> closed) {
    private static final int LONGEST_SEARCH_DAYS = 366;

    public BusinessTime {
        hours = joined(hours);
        closed = Set.copyOf(closed);
    }

    /** Returns the business time of a clinic. */
    static BusinessTime of(ClinicDraft clinic) {
        return new BusinessTime(
                clinic.zone(),
                clinic.hours(),
                clinic.closedDays().stream().map(ClosedDay::on).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Restricts business time to some days and parts of the day.
     *
     * @param days days of the week; empty for all
     * @param parts parts of the day; empty for the whole day
     */
    public BusinessTime within(Set<DayOfWeek> days, Collection<DayPartHours> parts) {
        var some = hours.stream()
                .filter(stretch -> days.isEmpty() || days.contains(stretch.weekday()))
                .flatMap(stretch -> parts.isEmpty()
                        ? Stream.of(stretch)
                        : parts.stream().flatMap(part -> overlap(stretch, part).stream()))
                .toList();
        return new BusinessTime(zone, some, closed);
    }

    /**
     * Returns the instant after the given amount of business time. A zero duration returns {@code from} while the
     * clinic is open, otherwise the next opening time.
     *
     * @throws DateTimeException if the clinic is not open for that long within a year
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

    /** Returns the business time between two instants; zero if the second is not after the first. */
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

    /** Returns when the clinic closes next if it is open at an instant; empty if it is closed. */
    public Optional<Instant> closesAfter(Instant at) {
        return on(LocalDate.ofInstant(at, zone)).stream()
                .filter(stretch ->
                        !stretch.from().isAfter(at) && stretch.until().isAfter(at))
                .map(Stretch::until)
                .findFirst();
    }

    /** Returns whether the clinic opens at all on a day. */
    public boolean opensOn(LocalDate day) {
        return !on(day).isEmpty();
    }

    /** Returns the business hours of a day in order; empty on a closed day. */
    public List<BusinessHours> hoursOn(LocalDate day) {
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

    private static Optional<BusinessHours> overlap(BusinessHours stretch, DayPartHours part) {
        var opens = stretch.opensAt().isAfter(part.startsAt()) ? stretch.opensAt() : part.startsAt();
        var closes = stretch.closesAt().isBefore(part.endsAt()) ? stretch.closesAt() : part.endsAt();
        return opens.isBefore(closes)
                ? Optional.of(new BusinessHours(stretch.weekday(), opens, closes))
                : Optional.empty();
    }

    private static List<BusinessHours> joined(List<BusinessHours> some) {
        var joined = new ArrayList<BusinessHours>();
        for (var next : some.stream().sorted(BusinessHours.IN_ORDER).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null
                    || last.weekday() != next.weekday()
                    || last.closesAt().isBefore(next.opensAt())) {
                joined.add(next);
            } else if (last.closesAt().isBefore(next.closesAt())) {
                joined.set(joined.size() - 1, new BusinessHours(last.weekday(), last.opensAt(), next.closesAt()));
            }
        }
        return List.copyOf(joined);
    }
}
