package io.plumbline.onlineintake;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The code that was mailed last, to open what is saved of an online intake. */
@Embeddable
class MailedCode {
    /** So many codes are mailed for one link. */
    static final int MOST = 10;

    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private @Nullable String codeHash;
    private @Nullable Instant codeUntil;
    private int codesSent;

    /** Returns whether another code may be mailed: not at once after the last one, and not without end. */
    boolean mayBeFollowed(Instant at) {
        return codesSent < MOST
                && (codeUntil == null || !at.isBefore(codeUntil.minus(LASTS).plus(PAUSE)));
    }

    /** Notes that a code was mailed; an earlier one no longer holds. Returns how many were. */
    int mailed(String hash, Instant at) {
        codesSent++;
        codeHash = hash;
        codeUntil = at.plus(LASTS);
        return codesSent;
    }

    /** Returns the keyed hash of the code; null if none was mailed, or it was used or is too old. */
    @Nullable
    String hash(Instant at) {
        return codeUntil != null && at.isBefore(codeUntil) ? codeHash : null;
    }

    void use() {
        codeHash = null;
    }
}
