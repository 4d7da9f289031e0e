package io.plumbline.practitioners.absences;

import io.plumbline.practitioners.PractitionerLabel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** A practitioner's available hours at a clinic in a range of days. */
public record Roster(PractitionerLabel who, List<Shift> shifts) {
    public Roster {
        shifts = List.copyOf(shifts);
    }

    /** A part of a day, in the time zone of the clinic. */
    public record Shift(LocalDate on, LocalTime from, LocalTime until) {}
}
