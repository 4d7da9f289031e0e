package io.plumbline.clinics;

import java.time.LocalTime;

/** A part of the day, as people name it on the telephone; each clinic sets its start and end. */
public enum DayPart {
    MORNING("Morning", LocalTime.of(8, 0), LocalTime.of(11, 0)),
    MIDDAY("Midday", LocalTime.of(11, 0), LocalTime.of(14, 0)),
    AFTERNOON("Afternoon", LocalTime.of(14, 0), LocalTime.of(17, 0)),
    EVENING("Evening", LocalTime.of(17, 0), LocalTime.of(20, 0));

    private final String label;
    private final LocalTime usualStart;
    private final LocalTime usualEnd;

    DayPart(String label, LocalTime usualStart, LocalTime usualEnd) {
        this.label = label;
        this.usualStart = usualStart;
        this.usualEnd = usualEnd;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }

    LocalTime usualStart() {
        return usualStart;
    }

    LocalTime usualEnd() {
        return usualEnd;
    }
}
