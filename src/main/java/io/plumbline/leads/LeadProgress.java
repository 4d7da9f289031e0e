package io.plumbline.leads;

import io.plumbline.leads.clock.NextFollowUp;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a lead, the status to which it returns, and its next follow-up. An open lead always has a next
 * follow-up.
 */
@Embeddable
class LeadProgress {
    @Enumerated(EnumType.STRING)
    private LeadStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable LeadStatus statusBefore;

    @Embedded
    private @Nullable NextFollowUp nextFollowUp;

    static LeadProgress asNew(NextFollowUp followUp) {
        var progress = new LeadProgress();
        progress.status = LeadStatus.NEW;
        progress.nextFollowUp = followUp;
        return progress;
    }

    LeadStatus status() {
        return status;
    }

    /** Returns the status before the current clinical review or merge. */
    Optional<LeadStatus> before() {
        return Optional.ofNullable(statusBefore);
    }

    Optional<NextFollowUp> followUp() {
        return Optional.ofNullable(nextFollowUp);
    }

    /**
     * Returns the next follow-up.
     *
     * @throws IllegalStateException if the lead is closed
     */
    NextFollowUp nextFollowUp() {
        return followUp().orElseThrow(() -> new IllegalStateException("A lead that is closed has no next follow-up"));
    }

    /**
     * Checks that the lead can change to a status.
     *
     * @throws IllegalStateException if it cannot, with a message for the user
     */
    void requireWayTo(LeadStatus next) {
        var returnsTo = statusBefore == null ? status : statusBefore;
        if (!status.next(returnsTo).contains(next)) {
            throw new IllegalStateException(status.refusal(next, returnsTo));
        }
    }

    /**
     * Checks that the lead is open.
     *
     * @throws IllegalStateException if it is closed, with a message for the user
     */
    void requireOpen(String toBe) {
        if (!status.isOpen()) {
            throw new IllegalStateException(
                    "A lead that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be " + toBe);
        }
    }

    /**
     * Sets the status and the next follow-up.
     *
     * @throws IllegalStateException if an open status has no next follow-up, or a closed one has one
     */
    void come(LeadStatus there, @Nullable NextFollowUp followUp) {
        if (there.isOpen() != (followUp != null)) {
            throw new IllegalStateException("An open lead has a next follow-up, and no other lead has one");
        }
        status = there;
        nextFollowUp = followUp;
    }

    /** Sets the status to which the lead returns after a clinical review or a merge. */
    void returnTo(@Nullable LeadStatus before) {
        statusBefore = before;
    }

    void followUp(NextFollowUp followUp) {
        come(status, followUp);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadProgress() {}
}
