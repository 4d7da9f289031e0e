package io.plumbline.onlineintake;

import io.plumbline.patients.Unproven;
import io.plumbline.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of a patient or a lead.
 *
 * @param recordedAt when staff recorded it; null if the person gave it, or it was recorded long ago
 */
public record KnownAddress(EmailAddress email, @Nullable Instant recordedAt) {
    private static final Duration NEW = Duration.ofDays(7);

    /** Returns why a link proves nothing about who answers; null if it does. */
    static @Nullable Unproven unproven(boolean byMail, @Nullable KnownAddress address, Instant now) {
        if (!byMail) {
            return Unproven.COPIED;
        }
        return address == null || address.isProven(now) ? null : Unproven.NEW_ADDRESS;
    }

    /** Returns whether the person gave it, or it has been on record for seven days, so that the person could object. */
    boolean isProven(Instant now) {
        return recordedAt == null || !now.isBefore(recordedAt.plus(NEW));
    }
}
