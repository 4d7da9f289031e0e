package io.plumbline.reactions.ui;

import io.plumbline.reactions.ReactionDetails;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** How the screens name what is recorded of a reaction. */
final class ReactionWords {
    private ReactionWords() {}

    /** Returns the severity of a reaction, in the look of what it asks of the reader as long as it is open. */
    static StatusBadge badge(ReactionRow row) {
        if (row.errorReason() != null) {
            return StatusBadge.neutral("Entered in error");
        }
        var severity = row.severity().label();
        if (!row.isOpen()) {
            return StatusBadge.neutral(severity);
        }
        return switch (row.severity()) {
            case SEVERE -> StatusBadge.danger(severity);
            case MODERATE -> StatusBadge.warn(severity);
            case MILD -> StatusBadge.info(severity);
        };
    }

    /** Returns when it began, and after which treatment. */
    static String onset(ReactionRow row) {
        var began = row.beganAt();
        var treatment = row.suspected() == null
                ? "treatment not clear"
                : "after " + row.suspected().label().toLowerCase(Locale.ROOT);
        return "Began " + Dates.dayAndYear(row.beganOn()) + (began == null ? "" : ", " + Dates.time(began)) + ", "
                + treatment + (row.area().isEmpty() ? "" : ": " + row.area());
    }

    /** Returns the next follow-up; empty if none is due. */
    static String followUp(ReactionRow row) {
        var next = row.followUp();
        return next == null
                ? ""
                : "Follow-up on " + Dates.dayAndYear(next.on()) + " by " + next.by() + ": " + next.agreed();
    }

    /** Returns an entry of the history in one line. */
    static String entry(ReactionDetails.Entry entry, ZoneId zone) {
        var next = entry.nextOn();
        return Dates.dayAndTime(entry.at(), zone) + " · " + entry.kind().label() + " · "
                + entry.outcome().label()
                + (entry.words().isEmpty() ? "" : " · " + entry.words())
                + (next == null
                        ? ""
                        : " · Next " + Dates.dayAndYear(next) + " by " + entry.nextBy() + ": " + entry.agreed())
                + " · " + entry.by();
    }

    /** Returns whether the day of the next follow-up has come. */
    static boolean isDue(ReactionRow row, Instant now) {
        return row.followUp() != null && row.followUp().isDue(now);
    }
}
