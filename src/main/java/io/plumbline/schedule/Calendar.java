package io.plumbline.schedule;

import io.plumbline.clinics.ClinicDay;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.Roster;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some days of a clinic, by practitioner: nothing clinical. */
public record Calendar(ClinicId clinic, List<ClinicDay> days, List<Column> columns) {
    /** That the first day is closed, why, and how many are booked still; empty where people may come. */
    public Optional<String> closed() {
        var day = days.getFirst();
        var booked = columns.stream()
                .flatMap(column -> column.on(day.on()).stream())
                .filter(row -> !row.status().next().isEmpty())
                .count();
        if (!day.open().isEmpty() || day.closed() == null && booked == 0) {
            return Optional.empty();
        }
        var visits = booked == 1 ? "1 visit" : booked + " visits";
        return Optional.of((day.closed() == null ? "Closed" : "Closed: " + day.closed())
                + (booked == 0 ? "" : ", " + visits + " still booked"));
    }

    /** Somebody who treats there, or did on one of the days. */
    public record Column(
            StaffId practitioner,
            String name,
            Set<Discipline> disciplines,
            List<Roster.Shift> shifts,
            List<AppointmentRow> appointments) {
        /** What takes place on a day, or was missed. */
        public List<AppointmentRow> on(LocalDate day) {
            return appointments.stream()
                    .filter(row -> row.on().equals(day) && row.status() != AppointmentStatus.CANCELLED)
                    .toList();
        }

        /** The stretches in which they work on a day. */
        public List<Roster.Shift> shiftsOn(LocalDate day) {
            return shifts.stream().filter(shift -> shift.on().equals(day)).toList();
        }

        /** Which share of their working time of a day is booked, from 0 to 1. */
        public double load(LocalDate day) {
            var working = shiftsOn(day).stream()
                    .mapToLong(shift ->
                            Duration.between(shift.from(), shift.until()).toMinutes())
                    .sum();
            var booked = on(day).stream()
                    .mapToLong(row -> row.minutes() + row.bufferMinutes())
                    .sum();
            return working == 0 ? 0 : Math.min(1.0, (double) booked / working);
        }
    }
}
