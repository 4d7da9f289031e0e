package io.plumbline.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is logged.
 *
 * @param note what was said, at most 2,000 characters; may be empty
 * @param again when the person wants to be called; with {@link CallOutcome#CALL_LATER} alone
 */
public record Call(
        CallOutcome outcome, String note, @Nullable Instant again) {
    /**
     * @throws IllegalArgumentException if it is to be called later and not said when
     */
    public Call {
        if ((outcome == CallOutcome.CALL_LATER) != (again != null)) {
            throw new IllegalArgumentException("Choose the day and the time of the next call");
        }
    }

    /** A call of which there is nothing to note. */
    public static Call of(CallOutcome outcome) {
        return new Call(outcome, "", null);
    }
}
