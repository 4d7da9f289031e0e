package io.plumbline.leads.ui.panel;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.StatusBadge;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Formats the next follow-up of a lead in the time zone of its clinic. */
public final class FollowUpWords {
    private final LeadPanelParts parts;

    public FollowUpWords(LeadPanelParts parts) {
        this.parts = parts;
    }

    /** Returns a badge for the next follow-up of a lead shown on its own. */
    StatusBadge badge(NextFollowUp followUp, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        var urgency = followUp.urgency(parts.now());
        var due = due(followUp, urgency, parts.days().computeDay(followUp, status, window, clinic), clinic);
        return switch (urgency) {
            case OVERDUE -> StatusBadge.danger(due);
            case CALLABLE -> StatusBadge.warn(due);
            case LATER -> StatusBadge.neutral(due);
        };
    }

    /** Returns a short badge; if the follow-up is on a later day, it shows only the day. */
    public StatusBadge inShort(NextFollowUp followUp, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return followUp.urgency(parts.now()) == Urgency.LATER
                ? StatusBadge.neutral("From " + dayOr(followUp.at(), clinic))
                : badge(followUp, status, window, clinic);
    }

    /** Returns the call time left, how long the lead has been overdue, or when the follow-up is due. */
    public String due(NextFollowUp followUp, Urgency urgency, CallDay day, @Nullable ClinicId clinic) {
        return switch (urgency) {
            case OVERDUE -> Dates.howLong(Duration.between(followUp.overdueAt(), parts.now())) + " over";
            case CALLABLE -> Dates.howLong(day.left()) + " left";
            case LATER -> "From " + near(followUp.at(), clinic);
        };
    }

    /** Formats a day and time, with the time zone if the caller's clinics are in several zones. */
    public String at(Instant at, @Nullable ClinicId clinic) {
        var zone = parts.zoneOf(clinic);
        var background = Dates.dayAndTime(at, zone);
        return areMyZonesOne() ? background : background + " " + Dates.zone(at, zone);
    }

    /** Formats a time, with the day unless it is today. */
    public String near(Instant at, @Nullable ClinicId clinic) {
        var zone = parts.zoneOf(clinic);
        var there = at.atZone(zone);
        if (!there.toLocalDate().equals(parts.now().atZone(zone).toLocalDate())) {
            return at(at, clinic);
        }
        return Dates.time(there.toLocalTime()) + (areMyZonesOne() ? "" : " " + Dates.zone(at, zone));
    }

    /** Formats the day, or only the time if it is today. */
    public String dayOr(Instant at, @Nullable ClinicId clinic) {
        var there = at.atZone(parts.zoneOf(clinic)).toLocalDate();
        return there.equals(parts.now().atZone(parts.zoneOf(clinic)).toLocalDate())
                ? near(at, clinic)
                : Dates.day(there);
    }

    private boolean areMyZonesOne() {
        return parts.clinics().stream().map(ClinicLabel::zone).distinct().count() <= 1;
    }
}
