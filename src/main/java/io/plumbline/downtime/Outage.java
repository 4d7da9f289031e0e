package io.plumbline.downtime;

import io.plumbline.clinics.ClinicDay;
import io.plumbline.shared.ids.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A time in which the portal was away while a clinic was open.
 *
 * @param awayFrom when it last ran
 * @param backAt when it started again
 */
public record Outage(OutageId id, ClinicId clinic, Instant awayFrom, Instant backAt) {
    /** A shorter time leaves nothing on paper that people do not remember. */
    static final Duration SHORTEST = Duration.ofMinutes(15);

    /**
     * Returns whether a time in which the portal was away took more than 15 minutes of a clinic's business hours.
     *
     * @param days of the clinic from the first day of that time to its last
     */
    static boolean isOutage(Instant awayFrom, Instant backAt, ZoneId zone, List<ClinicDay> days) {
        var from = LocalDateTime.ofInstant(awayFrom, zone);
        var until = LocalDateTime.ofInstant(backAt, zone);
        var open = Duration.ZERO;
        for (var day : days) {
            for (var hours : day.open()) {
                var begins = later(from, day.on().atTime(hours.opensAt()));
                var ends = earlier(until, day.on().atTime(hours.closesAt()));
                if (begins.isBefore(ends)) {
                    open = open.plus(Duration.between(begins, ends));
                }
            }
        }
        return open.compareTo(SHORTEST) > 0;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
