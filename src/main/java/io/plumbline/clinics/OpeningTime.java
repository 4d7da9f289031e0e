package io.plumbline.clinics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts time while a clinic is open. A promise, and the next touch of a lead, run in it. */
record OpeningTime(ZoneId zone, List<OpeningHours> hours, Set<LocalDate> closed) {
    private static final int LONGEST_SEARCH_DAYS = 366;

    static OpeningTime of(ClinicDraft clinic) {
        return new OpeningTime(
                clinic.zone(),
                clinic.hours().stream().sorted(OpeningHours.IN_ORDER).toList(),
                clinic.closedDays().stream().map(ClosedDay::on).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The instant at which so much opening time has passed. A zero duration gives {@code from} while the clinic is open,
     * else the next opening.
     *
     * @throws DateTimeException if the clinic does not open for so long within a year
     */
    Instant after(Instant from, Duration opening) {
        var left = opening;
        var first = LocalDate.ofInstant(from, zone);
        for (var day = first; day.isBefore(first.plusDays(LONGEST_SEARCH_DAYS)); day = day.plusDays(1)) {
            if (closed.contains(day)) {
                continue;
            }
            for (var stretch : hours) {
                if (stretch.weekday() != day.getDayOfWeek()) {
                    continue;
                }
                var opens = day.atTime(stretch.opensAt()).atZone(zone).toInstant();
                var closes = day.atTime(stretch.closesAt()).atZone(zone).toInstant();
                var start = opens.isBefore(from) ? from : opens;
                if (!start.isBefore(closes)) {
                    continue;
                }
                var here = Duration.between(start, closes);
                if (left.compareTo(here) < 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new DateTimeException("The clinic does not open within a year");
    }
}
