package io.plumbline.schedule;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.practitioners.WorkingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The free times of a day for an appointment of a duration in minutes. */
record FreeTimes(LocalDate on, ZoneId zone, int minutes, Instant now) {
    /** The interval between the offered times. */
    private static final int STEP_MINUTES = 15;

    long firstSlot() {
        return Slots.slotOf(on.atStartOfDay(zone).toInstant());
    }

    long lastSlot() {
        return Slots.slotOf(on.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * Returns the free times within the business hours and the working hours.
     *
     * @param ways the taken slots for each alternative, such as each of the rooms; one free alternative is enough
     */
    List<LocalTime> within(List<BusinessHours> open, List<WorkingHours> working, List<Set<Long>> ways) {
        var free = new ArrayList<LocalTime>();
        for (var opening : open) {
            for (var work : working) {
                var from = later(opening.opensAt(), work.startsAt());
                var until = earlier(opening.closesAt(), work.endsAt());
                free.addAll(between(from, until, ways));
            }
        }
        return free.stream().distinct().sorted().toList();
    }

    private List<LocalTime> between(LocalTime from, LocalTime until, List<Set<Long>> ways) {
        var free = new ArrayList<LocalTime>();
        var first = from.toSecondOfDay() / 60;
        var last = until.toSecondOfDay() / 60 - minutes;
        for (int minute = roundedUp(first); minute <= last; minute += STEP_MINUTES) {
            var at = LocalTime.of(minute / 60, minute % 60);
            if (isFree(at, ways)) {
                free.add(at);
            }
        }
        return free;
    }

    private boolean isFree(LocalTime at, List<Set<Long>> ways) {
        if (zone.getRules().getValidOffsets(on.atTime(at)).isEmpty()
                || !on.atTime(at).atZone(zone).toInstant().isAfter(now)) {
            return false;
        }
        var slots = Slots.of(on, at, minutes, zone).boxed().toList();
        return ways.stream().anyMatch(taken -> Collections.disjoint(slots, taken));
    }

    private static int roundedUp(int minute) {
        return (minute + STEP_MINUTES - 1) / STEP_MINUTES * STEP_MINUTES;
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }
}
