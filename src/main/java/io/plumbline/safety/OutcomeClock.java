package io.plumbline.safety;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes when the outcome of a referral becomes overdue: for an emergency after one business hour of the clinic, for
 * an urgent flag on its next business day, and after a request without an outcome on the next business day again.
 */
@Component
class OutcomeClock {
    private static final Duration EMERGENCY = Duration.ofHours(1);

    private final ClinicService clinics;

    OutcomeClock(ClinicService clinics) {
        this.clinics = clinics;
    }

    /**
     * Returns when the outcome becomes overdue; null if no outcome is awaited, the level is not a hold, or the flag is
     * no longer in force.
     *
     * @param from the previous status of the flag
     * @param to its status from {@code at} on
     */
    @Nullable
    Instant dueAt(ClinicId clinic, FlagLevel level, FlagStatus from, FlagStatus to, Instant at) {
        var isAwaited = to.awaitsOutcome() && to.isInForce(level);
        if (!isAwaited || to == FlagStatus.REFERRED && !level.isHold()) {
            return null;
        }
        var isEmergency = to == FlagStatus.EMERGENCY_REFERRED || level == FlagLevel.E;
        return isEmergency && from != to ? afterBusinessHour(clinic, at) : onNextBusinessDay(clinic, at);
    }

    /** Returns the end of the first business hour of a clinic from an instant on; an hour later if it has no hours. */
    Instant afterBusinessHour(ClinicId clinic, Instant at) {
        try {
            return Objects.requireNonNull(clinics.callTimes().get(clinic))
                    .businessTime()
                    .after(at, EMERGENCY);
        } catch (DateTimeException withoutHours) {
            return at.plus(EMERGENCY);
        }
    }

    private Instant onNextBusinessDay(ClinicId clinic, Instant at) {
        var opening = Objects.requireNonNull(clinics.callTimes().get(clinic)).businessTime();
        var tomorrow = LocalDate.ofInstant(at, opening.zone())
                .plusDays(1)
                .atStartOfDay(opening.zone())
                .toInstant();
        try {
            return opening.after(tomorrow, Duration.ZERO);
        } catch (DateTimeException withoutHours) {
            return tomorrow;
        }
    }
}
