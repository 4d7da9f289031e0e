package io.plumbline.practitioners.absences;

import io.plumbline.practitioners.WorkingHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Subtracts absences from working hours. */
final class Availability {
    private Availability() {}

    /** Returns the hours of a day in which a practitioner works and is not absent, in order. */
    static List<WorkingHours> on(LocalDate day, List<WorkingHours> hours, List<AbsenceRow> absences) {
        var left = hours;
        for (var absence : absences) {
            if (!absence.from().isAfter(day) && !absence.until().isBefore(day)) {
                left = left.stream()
                        .flatMap(stretch -> without(stretch, absence).stream())
                        .toList();
            }
        }
        return left;
    }

    private static List<WorkingHours> without(WorkingHours stretch, AbsenceRow absence) {
        var from = absence.startsAt();
        var until = absence.endsAt();
        if (from == null || until == null) {
            return List.of();
        }
        var left = new ArrayList<WorkingHours>();
        addIfAny(left, stretch, stretch.startsAt(), earlier(stretch.endsAt(), from));
        addIfAny(left, stretch, later(stretch.startsAt(), until), stretch.endsAt());
        return left;
    }

    private static void addIfAny(List<WorkingHours> left, WorkingHours like, LocalTime from, LocalTime until) {
        if (from.isBefore(until)) {
            left.add(new WorkingHours(like.clinic(), like.weekday(), from, until));
        }
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }
}
