package io.plumbline.safety.ui;

import io.plumbline.safety.Acknowledgement;
import io.plumbline.safety.FlagStatus;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ui.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What screens say of an open red flag, and what they say where somebody was quicker. */
final class FlagWords {
    static final String SOMEBODY_WAS_QUICKER = "A colleague was quicker. Look at this flag as it stands now.";

    private FlagWords() {}

    /** What a decision opens, of a flag of that level. */
    static String opens(FlagLevel level, FlagStatus decision) {
        var waited = level.isHold() ? "manual treatment" : "thrust";
        var ends = level.forbidsThrust()
                ? "Ends this hold: " + waited + " may be booked and given again, unless another flag is open."
                : "Nothing was on hold: the caution goes from the header.";
        return decision == FlagStatus.MONITORED ? ends + " On that day the flag is raised again by itself." : ends;
    }

    /** Who has seen it and when; the day only where it was not today. */
    static String acknowledged(Acknowledgement by, ZoneId zone, Instant now) {
        var at = by.at();
        var isToday = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return "Acknowledged by " + by.by() + ", "
                + (isToday ? Dates.time(LocalTime.ofInstant(at, zone)) : Dates.dayAndTime(at, zone));
    }
}
