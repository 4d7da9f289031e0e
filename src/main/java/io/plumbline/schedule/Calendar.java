package io.plumbline.schedule;

import io.plumbline.clinics.ClinicDay;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.absences.Roster;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A range of days of a clinic, by practitioner: no clinical content. */
public record Calendar(ClinicId clinic, List<ClinicDay> days, List<Column> columns) {
    /**
     * Returns a message that the first day is closed, with the reason and the number of appointments still booked;
     * empty if it is open.
     */
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

    /** A practitioner who works there, or has an appointment on one of the days. */
    public record Column(
            StaffId practitioner,
            String name,
            Set<Discipline> disciplines,
            List<Roster.Shift> shifts,
            List<AppointmentRow> appointments) {
        /** Returns the appointments of a day, including no-shows. */
        public List<AppointmentRow> on(LocalDate day) {
            return appointments.stream()
                    .filter(row -> row.on().equals(day) && row.status() != AppointmentStatus.CANCELLED)
                    .toList();
        }

        /** Returns the shifts of a day. */
        public List<Roster.Shift> shiftsOn(LocalDate day) {
            return shifts.stream().filter(shift -> shift.on().equals(day)).toList();
        }

        /** Returns the booked share of the practitioner's working time on a day, from 0 to 1. */
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
