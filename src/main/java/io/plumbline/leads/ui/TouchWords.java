package io.plumbline.leads.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.NextTouch;
import io.plumbline.leads.Urgency;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a screen says of the next touch of a lead, in the time of its clinic. */
final class TouchWords {
    private final LeadPanelParts parts;
    private final Clock clock;

    TouchWords(LeadPanelParts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** How much time is left, or since when it is over. */
    String due(NextTouch touch, Urgency urgency, @Nullable ClinicId clinic) {
        var now = clock.instant();
        return switch (urgency) {
            case OVERDUE -> Dates.howLong(Duration.between(touch.overdueAt(), now)) + " over";
            case CALLABLE -> Dates.howLong(Duration.between(now, touch.overdueAt())) + " left";
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
        if (!there.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate())) {
            return at(at, clinic);
        }
        return Dates.time(there.toLocalTime()) + (areMyZonesOne() ? "" : " " + Dates.zone(at, zone));
    }

    /** A day, or today's time. */
    String dayOr(Instant at, @Nullable ClinicId clinic) {
        var there = at.atZone(parts.zoneOf(clinic)).toLocalDate();
        return there.equals(clock.instant().atZone(parts.zoneOf(clinic)).toLocalDate())
                ? near(at, clinic)
                : Dates.day(there);
    }

    private boolean areMyZonesOne() {
        return parts.clinics().stream().map(ClinicLabel::zone).distinct().count() <= 1;
    }
}
