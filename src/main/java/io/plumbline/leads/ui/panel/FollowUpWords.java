package io.plumbline.leads.ui.panel;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallDays;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.StatusBadge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Formats the next follow-up of a lead in the time zone of its clinic. */
@Component
public class FollowUpWords {
    private final LeadZones zones;
    private final CallDays days;
    private final Clock clock;

    FollowUpWords(LeadZones zones, CallDays days, Clock clock) {
        this.zones = zones;
        this.days = days;
        this.clock = clock;
    }

    /** Returns a badge for the next follow-up of a lead shown on its own. */
    StatusBadge badge(NextFollowUp followUp, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        var urgency = followUp.urgency(clock.instant());
        var due = due(followUp, urgency, days.computeDay(followUp, status, window, clinic), clinic);
        return switch (urgency) {
            case OVERDUE -> StatusBadge.danger(due);
            case CALLABLE -> StatusBadge.warn(due);
            case LATER -> StatusBadge.neutral(due);
        };
    }

    /** Returns a short badge; if the follow-up is on a later day, it shows only the day. */
    public StatusBadge inShort(NextFollowUp followUp, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return followUp.urgency(clock.instant()) == Urgency.LATER
                ? StatusBadge.neutral("From " + dayOr(followUp.at(), clinic))
                : badge(followUp, status, window, clinic);
    }

    /** Returns the call time left, how long the lead has been overdue, or when the follow-up is due. */
    public String due(NextFollowUp followUp, Urgency urgency, CallDay day, @Nullable ClinicId clinic) {
        return switch (urgency) {
            case OVERDUE -> Dates.overdue(Duration.between(followUp.overdueAt(), clock.instant()));
            case CALLABLE -> Dates.howLong(day.left()) + " left";
            case LATER -> "From " + near(followUp.at(), clinic);
        };
    }

    /** Formats a day and time, with the time zone if the current user's clinics are in several zones. */
    public String at(Instant at, @Nullable ClinicId clinic) {
        var zone = zones.zoneOf(clinic);
        var background = Dates.dayAndTime(at, zone);
        return zones.isOne() ? background : background + " " + Dates.zone(at, zone);
    }

    /** Formats a time, with the day unless it is today. */
    public String near(Instant at, @Nullable ClinicId clinic) {
        return isToday(at, clinic) ? time(at, clinic) : at(at, clinic);
    }

    /** Formats the time of a follow-up on another day; says that one of today is not due yet. */
    public String timeOfLaterDay(Instant at, @Nullable ClinicId clinic) {
        return isToday(at, clinic) ? "not due yet" : time(at, clinic);
    }

    private String time(Instant at, @Nullable ClinicId clinic) {
        var zone = zones.zoneOf(clinic);
        return Dates.time(at.atZone(zone).toLocalTime()) + (zones.isOne() ? "" : " " + Dates.zone(at, zone));
    }

    private boolean isToday(Instant at, @Nullable ClinicId clinic) {
        return at.atZone(zones.zoneOf(clinic)).toLocalDate().equals(zones.today(clinic));
    }

    /** Formats the day, or only the time if it is today. */
    public String dayOr(Instant at, @Nullable ClinicId clinic) {
        return isToday(at, clinic)
                ? time(at, clinic)
                : Dates.day(at.atZone(zones.zoneOf(clinic)).toLocalDate());
    }
}
