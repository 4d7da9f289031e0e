package io.plumbline.leads;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OpeningTime;
import io.plumbline.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a lead can be called today, and how long its promise still runs, at the clinic that calls. */
@Component
public class CallDays {
    private static final CallTimes NOWHERE =
            new CallTimes(new OpeningTime(ZoneOffset.UTC, List.of(), Set.of()), List.of(), Duration.ZERO);

    private final ClinicService clinics;
    private final Clock clock;

    CallDays(ClinicService clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * The day of a lead; a chiropractor's promise runs whenever the clinic is open.
     *
     * @param clinic the clinic that calls; null for the group, of which that one calls first that is open longest until
     *     the touch is late
     */
    public CallDay of(NextTouch touch, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return CallDay.of(timesOf(clinic, touch), window(status, window), touch, clock.instant());
    }

    /** The opening time within which a new lead of a clinic is called; where it names none, of the caller's first. */
    public Duration promise(@Nullable ClinicId clinic) {
        return timesOf(clinic).promise();
    }

    /** When a lead may be called, or looked at by a chiropractor. */
    public static CallWindow window(LeadStatus status, CallWindow theirs) {
        return status == LeadStatus.CLINICAL_REVIEW ? CallWindow.ANY_TIME : theirs;
    }

    private CallTimes timesOf(@Nullable ClinicId preferred, NextTouch touch) {
        return preferred != null
                ? timesOf(preferred)
                : Stream.concat(Stream.of(timesOf(null)), clinics.callTimes().values().stream())
                        .max(Comparator.comparing(times -> times.opening().between(touch.at(), touch.overdueAt())))
                        .orElseThrow();
    }

    private CallTimes timesOf(@Nullable ClinicId preferred) {
        var all = clinics.callTimes();
        return Optional.ofNullable(preferred)
                .or(() -> clinics.myLabels().stream().map(ClinicLabel::id).findFirst())
                .map(all::get)
                .or(() -> all.values().stream().findFirst())
                .orElse(NOWHERE);
    }
}
