package io.plumbline.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is logged.
 *
 * @param note what was said, at most 2,000 characters; may be empty
 * @param again when the person wants to be called; with {@link CallOutcome#CALL_LATER} alone
 * @param why why the person does not want to come, at most 200 characters; with {@link CallOutcome#NOT_INTERESTED} alone
 */
public record Call(
        CallOutcome outcome,
        String note,
        @Nullable Instant again,
        @Nullable String why) {
    /**
     * @throws IllegalArgumentException if the person is to be called later and it is not said when, or does not want to
     *     come and it is not said why
     */
    public Call {
        if ((outcome == CallOutcome.CALL_LATER) != (again != null)) {
            throw new IllegalArgumentException("Choose the day and the time of the next call");
        }
        if ((outcome == CallOutcome.NOT_INTERESTED) != (why != null && !why.isBlank())) {
            throw new IllegalArgumentException("Say why, so that the report can count it");
        }
    }

    /** A call that does not end the lead for a reason of the person's. */
    public Call(CallOutcome outcome, String note, @Nullable Instant again) {
        this(outcome, note, again, null);
    }

    /** A call to somebody who does not want to come. */
    public static Call notInterested(String note, String why) {
        return new Call(CallOutcome.NOT_INTERESTED, note, null, why);
    }

    /** A call of which there is nothing to note. */
    public static Call of(CallOutcome outcome) {
        return new Call(outcome, "", null);
    }
}
