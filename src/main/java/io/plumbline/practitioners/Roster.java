package io.plumbline.practitioners;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When somebody is there for patients at a clinic, over some days. */
public record Roster(PractitionerLabel who, List<Shift> shifts) {
    public Roster {
        shifts = List.copyOf(shifts);
    }

    /** A stretch of a day, in the clinic's zone. */
    public record Shift(LocalDate on, LocalTime from, LocalTime until) {}
}
