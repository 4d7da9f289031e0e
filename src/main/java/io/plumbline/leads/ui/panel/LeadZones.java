package io.plumbline.leads.ui.panel;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The time zones in which a lead's times are shown. */
@Component
public class LeadZones {
    private final ClinicService clinics;
    private final Clock clock;

    LeadZones(ClinicService clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the time zone for a lead's times: that of its clinic or, if it prefers no clinic, that of the current user's
     * first clinic, or UTC.
     */
    public ZoneId zoneOf(@Nullable ClinicId preferred) {
        var mine = clinics.myLabels();
        return mine.stream()
                .filter(clinic -> clinic.id().equals(preferred))
                .findFirst()
                .or(() -> mine.stream().findFirst())
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** Returns the date in that time zone. */
    public LocalDate today(@Nullable ClinicId preferred) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(preferred));
    }

    /** Returns whether the current user's clinics are all in the same time zone, so that times need not name it. */
    boolean isOne() {
        return clinics.myLabels().stream().map(ClinicLabel::zone).distinct().count() <= 1;
    }
}
