package io.plumbline.safety.ui;

import io.plumbline.safety.Acknowledgement;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.ProposedClearance;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Screen texts about red flags, and about concurrent changes to them. */
final class FlagWords {
    /** The option to record that the outcome of a referral was requested in vain. */
    static final String OUTCOME_ASKED = "Outcome requested, not known yet";

    static final String SOMEBODY_WAS_QUICKER = "A colleague changed this flag first. This is the current version.";

    private FlagWords() {}

    /** Returns the effect of a decision on the flag's hold. */
    static String effect(FlagLevel level, FlagStatus from, FlagStatus decision) {
        if (from == decision) {
            return "The hold stays. The outcome is requested again on the next business day.";
        }
        if (decision.isInForce(level)) {
            return level.isHold()
                    ? "The hold stays until the flag is cleared with evidence. The outcome is requested "
                            + (decision == FlagStatus.EMERGENCY_REFERRED || level == FlagLevel.E
                                    ? "after one business hour."
                                    : "on the next business day.")
                    : "No adjustment until the flag is cleared with evidence or monitored.";
        }
        var ends = ending(level, from);
        return decision == FlagStatus.MONITORED ? ends + "On that day the flag is raised again automatically." : ends;
    }

    private static String ending(FlagLevel level, FlagStatus from) {
        if (!from.isInForce(level)) {
            return "";
        }
        return switch (level) {
            case E, U ->
                "Ends this hold: treatments and exercise sessions may be booked and given again, unless another flag"
                        + " holds. ";
            case R -> "Ends this hold: adjustments may be booked and given again, unless another flag holds. ";
            case C -> "Nothing was on hold. The caution is removed from the header. ";
        };
    }

    /** Returns the tone of a level, the same wherever a flag in force is shown. */
    static Tone tone(FlagLevel level) {
        return level.isHold() ? Tone.DANGER : Tone.WARN;
    }

    /** Returns the outcome of a decided flag, with the day and the year; empty if it is not decided. */
    static String outcome(FlagDetails flag) {
        if (flag.reason() == null) {
            return "";
        }
        var until = flag.monitoredUntil() == null ? "" : " until " + Dates.dayAndYear(flag.monitoredUntil());
        var was = FlagStatus.AWAITING_DECISION.contains(flag.status())
                ? "Decided before"
                : flag.status().label();
        return was + until + " by " + flag.decidedBy() + ": " + flag.reason();
    }

    /** Returns who examined the patient before the flag was cleared, when and where, and the findings. */
    static String evidence(Evidence shown) {
        var finding = shown.finding();
        var day = shown.findingOn();
        return "Examined by " + shown.examiner() + " on " + Dates.dayAndYear(shown.examinedOn())
                + (shown.place() == null ? "" : ", " + shown.place()) + ": "
                + (finding == null || finding == ClearanceFinding.OTHER
                        ? ""
                        : finding.label() + (day == null ? "" : " (" + Dates.dayAndYear(day) + ")") + ". ")
                + shown.examination();
    }

    /** Returns that a second clinician is awaited, or who proposed what a second one confirmed. */
    static String proposed(ProposedClearance proposed, boolean waits, ZoneId zone) {
        return "Proposed to be cleared by " + proposed.byName() + ", " + Dates.dayAndTime(proposed.at(), zone)
                + (waits ? "; waits for a second clinician" : "");
    }

    /** Returns that the outcome of a referral is awaited, or since when it is overdue. */
    static String awaited(Instant dueAt, ZoneId zone, Instant now) {
        return (dueAt.isAfter(now) ? "Outcome due " : "Referral outcome overdue since ")
                + Dates.dayAndTime(dueAt, zone);
    }

    /** Returns who acknowledged a flag and when; only the day if that was not today. */
    static String acknowledged(Acknowledgement by, ZoneId zone, Instant now) {
        var at = by.at();
        var isToday = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return "Acknowledged by " + by.by() + ", "
                + (isToday ? Dates.time(LocalTime.ofInstant(at, zone)) : Dates.dayAndTime(at, zone));
    }
}
