package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a lead came and when, which is what the report counts. Each is kept when it happens first, and stays whatever
 * becomes of the lead.
 */
@Embeddable
class LeadMilestones {
    private @Nullable Instant firstAttemptAt;
    private @Nullable StaffId firstAttemptBy;
    private @Nullable Integer firstAttemptMinutes;
    private @Nullable Boolean promiseKept;
    private @Nullable Instant contactedAt;
    private @Nullable Integer contactedMinutes;
    private @Nullable Instant bookedAt;
    private @Nullable Instant heldAt;
    private @Nullable Instant convertedAt;

    /** Notes a call; the first one keeps the promise where it was not late already. */
    void called(CallOutcome outcome, StaffId by, Instant at) {
        if (firstAttemptAt == null) {
            firstAttemptAt = at;
            firstAttemptBy = by;
            promiseKept = promiseKept == null;
        }
        if (outcome.isContact() && contactedAt == null) {
            contactedAt = at;
        }
    }

    /** Notes how much opening time had passed since the lead came in, where the call of then was the first of its kind. */
    void waited(Duration opening, Instant at) {
        var minutes = Math.toIntExact(opening.toMinutes());
        if (at.equals(firstAttemptAt)) {
            firstAttemptMinutes = minutes;
        }
        if (at.equals(contactedAt)) {
            contactedMinutes = minutes;
        }
    }

    /** Notes that nobody had called the new lead when the promise was over. */
    void promiseBroken() {
        if (firstAttemptAt == null) {
            promiseKept = false;
        }
    }

    /** Notes a status that the lead has come to; converting books the first appointment where none was before. */
    void reached(LeadStatus status, Instant at) {
        switch (status) {
            case CONSULTATION_BOOKED -> bookedAt = first(bookedAt, at);
            case CONSULTATION_HELD -> heldAt = first(heldAt, at);
            case CONVERTED -> {
                bookedAt = first(bookedAt, at);
                convertedAt = first(convertedAt, at);
            }
            case NEW, ATTEMPTING, CONTACTED, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> {}
        }
    }

    private static Instant first(@Nullable Instant before, Instant at) {
        return before == null ? at : before;
    }

    /** No milestone yet. */
    LeadMilestones() {}
}
