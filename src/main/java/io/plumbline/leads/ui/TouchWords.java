package io.plumbline.leads.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.CallDay;
import io.plumbline.leads.CallWindow;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.NextTouch;
import io.plumbline.leads.Urgency;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.StatusBadge;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a screen says of the next touch of a lead, in the time of its clinic. */
final class TouchWords {
    private final LeadPanelParts parts;

    TouchWords(LeadPanelParts parts) {
        this.parts = parts;
    }

    /** What is said of the touch of a lead on its own. */
    StatusBadge badge(NextTouch touch, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        var urgency = touch.urgency(parts.now());
        var due = due(touch, urgency, parts.days().of(touch, status, window, clinic), clinic);
        return switch (urgency) {
            case OVERDUE -> StatusBadge.danger(due);
            case CALLABLE -> StatusBadge.warn(due);
            case LATER -> StatusBadge.neutral(due);
        };
    }

    /** The same in short, of what waits for another day the day alone. */
    StatusBadge inShort(NextTouch touch, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return touch.urgency(parts.now()) == Urgency.LATER
                ? StatusBadge.neutral("From " + dayOr(touch.at(), clinic))
                : badge(touch, status, window, clinic);
    }

    /** How much time for calls is left, for how long it is over, or when it begins. */
    String due(NextTouch touch, Urgency urgency, CallDay day, @Nullable ClinicId clinic) {
        return switch (urgency) {
            case OVERDUE -> Dates.howLong(Duration.between(touch.overdueAt(), parts.now())) + " over";
            case CALLABLE -> Dates.howLong(day.left()) + " left";
            case LATER -> "From " + near(touch.at(), clinic);
        };
    }

    /** A day and time; with its zone where the caller's clinics are in several. */
    String at(Instant at, @Nullable ClinicId clinic) {
        var zone = parts.zoneOf(clinic);
        var told = Dates.dayAndTime(at, zone);
        return areMyZonesOne() ? told : told + " " + Dates.zone(at, zone);
    }

    /** A time, with its day where that is not today. */
    String near(Instant at, @Nullable ClinicId clinic) {
        var zone = parts.zoneOf(clinic);
        var there = at.atZone(zone);
        if (!there.toLocalDate().equals(parts.now().atZone(zone).toLocalDate())) {
            return at(at, clinic);
        }
        return Dates.time(there.toLocalTime()) + (areMyZonesOne() ? "" : " " + Dates.zone(at, zone));
    }

    /** A day, or today's time. */
    String dayOr(Instant at, @Nullable ClinicId clinic) {
        var there = at.atZone(parts.zoneOf(clinic)).toLocalDate();
        return there.equals(parts.now().atZone(parts.zoneOf(clinic)).toLocalDate())
                ? near(at, clinic)
                : Dates.day(there);
    }

    private boolean areMyZonesOne() {
        return parts.clinics().stream().map(ClinicLabel::zone).distinct().count() <= 1;
    }
}
