package io.plumbline.practitioners.credentials;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terms that decide the status of a credential. This is the only place that computes it.
 *
 * @param validUntil the last valid day; null if it does not expire
 * @param verified whether a manager has seen the proof
 * @param revokedOn the first day on which it is revoked; null if it was not revoked
 */
public record CredentialTerms(
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean verified,
        @Nullable LocalDate revokedOn) {
    /** The number of days before its end from which a credential counts as expiring. */
    public static final int EARLIEST_WARNING_DAYS = 60;

    private static final int WARNING_DAYS = 30;
    private static final int LAST_WARNING_DAYS = 7;

    /** Returns the status on a day. */
    public CredentialState state(LocalDate day) {
        if (revokedOn != null && !revokedOn.isAfter(day)) {
            return CredentialState.REVOKED;
        }
        if (validUntil != null && validUntil.isBefore(day)) {
            return CredentialState.EXPIRED;
        }
        if (!verified) {
            return CredentialState.UNVERIFIED;
        }
        if (validFrom.isAfter(day)) {
            return CredentialState.NOT_BEGUN;
        }
        return warningDays(day) == null ? CredentialState.VALID : CredentialState.EXPIRING;
    }

    /** Returns whether the credential had begun, had not expired and was not revoked on a day, verified or not. */
    boolean covers(LocalDate day) {
        return !validFrom.isAfter(day)
                && (validUntil == null || !validUntil.isBefore(day))
                && (revokedOn == null || revokedOn.isAfter(day));
    }

    /** Returns the first day after the credential's end, whether it expired or was revoked; null if there is no end. */
    @Nullable
    LocalDate voidFrom() {
        var ended = validUntil == null ? null : validUntil.plusDays(1);
        return ended == null || revokedOn != null && revokedOn.isBefore(ended) ? revokedOn : ended;
    }

    /**
     * Returns the warning that the credential's end has reached: 60, 30 or 7 days; null before the first, and if it has
     * no end.
     */
    public @Nullable Integer warningDays(LocalDate day) {
        if (validUntil == null) {
            return null;
        }
        var left = ChronoUnit.DAYS.between(day, validUntil);
        if (left > EARLIEST_WARNING_DAYS) {
            return null;
        }
        if (left > WARNING_DAYS) {
            return EARLIEST_WARNING_DAYS;
        }
        return left > LAST_WARNING_DAYS ? WARNING_DAYS : LAST_WARNING_DAYS;
    }
}
