package io.plumbline.leads;

import io.plumbline.shared.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to be logged.
 *
 * @param note what was said, at most 2,000 characters; may be empty
 * @param again when the person wants to be called; only with {@link CallOutcome#CALL_LATER}
 * @param why why the person is not interested, at most 200 characters; only with {@link CallOutcome#NOT_INTERESTED}
 */
public record Call(
        CallOutcome outcome,
        String note,
        @Nullable Instant again,
        @Nullable String why) {
    /**
     * Validates that the outcome has what it needs.
     *
     * @throws Refused if a later call has no time, or a lack of interest no reason
     */
    public Call {
        if ((outcome == CallOutcome.CALL_LATER) != (again != null)) {
            throw new Refused("Choose the date and time of the next call");
        }
        if ((outcome == CallOutcome.NOT_INTERESTED) != (why != null && !why.isBlank())) {
            throw new Refused("Say why, so that the report can count it");
        }
    }

    /** Creates a call without a reason for a lack of interest. */
    public Call(CallOutcome outcome, String note, @Nullable Instant again) {
        this(outcome, note, again, null);
    }

    /** Creates a call to a person who is not interested. */
    public static Call notInterested(String note, String why) {
        return new Call(CallOutcome.NOT_INTERESTED, note, null, why);
    }

    /** Creates a call without a note. */
    public static Call of(CallOutcome outcome) {
        return new Call(outcome, "", null);
    }
}
