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

    static String tone(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> "danger";
            case CALLABLE -> "warn";
            case LATER -> "neutral";
        };
    }

    /** How much time is left, or since when it is over. */
    String due(NextTouch touch, Urgency urgency, @Nullable ClinicId clinic) {
        var now = clock.instant();
        return switch (urgency) {
            case OVERDUE -> Dates.howLong(Duration.between(touch.overdueAt(), now)) + " over";
            case CALLABLE -> Dates.howLong(Duration.between(now, touch.overdueAt())) + " left";
            case LATER -> "From " + at(touch.at(), clinic);
        };
    }

    /** What that is counted by. */
    String clock(NextTouch touch, Urgency urgency, @Nullable ClinicId clinic) {
        if (touch.writeFirst()) {
            return "Their time cannot be met: write first";
        }
        return switch (urgency) {
            case OVERDUE -> "since " + at(touch.overdueAt(), clinic);
            case CALLABLE -> "until " + at(touch.windowEndsAt(), clinic);
            case LATER -> "the clock waits";
        };
    }

    /** A day and time; with its zone where the caller's clinics are in several. */
    String at(Instant at, @Nullable ClinicId clinic) {
        var zone = parts.zoneOf(clinic);
        var told = Dates.dayAndTime(at, zone);
        return areMyZonesOne() ? told : told + " " + Dates.zone(at, zone);
    }

    private boolean areMyZonesOne() {
        return parts.clinics().stream().map(ClinicLabel::zone).distinct().count() <= 1;
    }
}
