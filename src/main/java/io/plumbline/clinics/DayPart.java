package io.plumbline.clinics;

import java.time.LocalTime;

/** A part of the day as people say it on the telephone; each clinic sets when it begins and ends. */
public enum DayPart {
    MORNING("Morning", LocalTime.of(8, 0), LocalTime.of(11, 0)),
    MIDDAY("Midday", LocalTime.of(11, 0), LocalTime.of(14, 0)),
    AFTERNOON("Afternoon", LocalTime.of(14, 0), LocalTime.of(17, 0)),
    EVENING("Evening", LocalTime.of(17, 0), LocalTime.of(20, 0));

    private final String word;
    private final LocalTime usualStart;
    private final LocalTime usualEnd;

    DayPart(String word, LocalTime usualStart, LocalTime usualEnd) {
        this.word = word;
        this.usualStart = usualStart;
        this.usualEnd = usualEnd;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    LocalTime usualStart() {
        return usualStart;
    }

    LocalTime usualEnd() {
        return usualEnd;
    }
}
