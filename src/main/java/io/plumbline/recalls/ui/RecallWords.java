package io.plumbline.recalls.ui;

import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The words of a recall: why, since when, what was tried. */
final class RecallWords {
    private static final int DAYS_A_WEEK = 7;

    private RecallWords() {}

    static String why(RecallRow row, LocalDate today) {
        if (row.isOnHold()) {
            return RecallService.ON_HOLD;
        }
        return switch (row.reason()) {
            case MISSED -> "Missed visit " + Dates.day(row.since());
            case NOTHING_BOOKED -> "Nothing booked since " + Dates.day(row.since());
            case QUIET -> "No visit in " + howLong(row.since(), today);
        };
    }

    private static String howLong(LocalDate since, LocalDate today) {
        var weeks = ChronoUnit.DAYS.between(since, today) / DAYS_A_WEEK;
        return weeks == 1 ? "1 week" : weeks + " weeks";
    }

    static Tone tone(RecallRow row) {
        if (row.isOnHold()) {
            return Tone.CLINICAL;
        }
        return switch (row.reason()) {
            case MISSED -> Tone.WARN;
            case NOTHING_BOOKED -> Tone.INFO;
            case QUIET -> Tone.NEUTRAL;
        };
    }

    static String lastVisit(RecallRow row) {
        return row.lastVisitOn() == null ? "No visit yet" : "Last visit " + Dates.dayAndYear(row.lastVisitOn());
    }

    static String planned(RecallRow row) {
        return row.plannedOn() == null ? "" : "Next planned for " + Dates.day(row.plannedOn());
    }

    static String tried(RecallRow row) {
        var last = row.lastResult();
        return last == null
                ? "Not called yet"
                : (row.attempts() == 1 ? "1 attempt" : row.attempts() + " attempts") + " · " + last.label();
    }

    /** Returns when the patient is to be called, and how often somebody tried; nothing to call for if on hold. */
    static String due(RecallRow row) {
        if (row.isOnHold()) {
            return "Open the recall";
        }
        var when = row.nextOn() == null ? "Due now" : "Due " + Dates.day(row.nextOn());
        return when
                + (row.attempts() == 0
                        ? ""
                        : row.attempts() == 1 ? ", 1 attempt" : ", " + row.attempts() + " attempts");
    }

    static String next(RecallRow row) {
        return row.nextOn() == null ? "" : "Next contact " + Dates.day(row.nextOn());
    }
}
