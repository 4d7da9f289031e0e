package io.plumbline.shared;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why the portal does not do what a person asked for. A refusal is no fault of the portal: nothing was changed, and the
 * screen shows its message and keeps what was typed. Who lacks the permission gets Spring Security's
 * {@code AccessDeniedException} instead.
 */
public abstract sealed class Refusal extends RuntimeException permits Refused, NotAvailable, StaleVersion {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** Returns the message for the person, without a period at its end. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
