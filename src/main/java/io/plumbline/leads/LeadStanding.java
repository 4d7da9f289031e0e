package io.plumbline.leads;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a lead stands, where it returns to, and when somebody has to do something next: never without one while open. */
@Embeddable
class LeadStanding {
    @Enumerated(EnumType.STRING)
    private LeadStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable LeadStatus statusBefore;

    @Embedded
    private @Nullable NextTouch nextTouch;

    static LeadStanding asNew(NextTouch touch) {
        var standing = new LeadStanding();
        standing.status = LeadStatus.NEW;
        standing.nextTouch = touch;
        return standing;
    }

    LeadStatus status() {
        return status;
    }

    /** Where it stood before a clinical review or a merge that it is in. */
    Optional<LeadStatus> before() {
        return Optional.ofNullable(statusBefore);
    }

    Optional<NextTouch> touch() {
        return Optional.ofNullable(nextTouch);
    }

    /**
     * @throws IllegalStateException if the lead is closed
     */
    NextTouch nextTouch() {
        return touch().orElseThrow(() -> new IllegalStateException("A lead that is closed has no next touch"));
    }

    /**
     * @throws IllegalStateException if a lead that stands here cannot come there, in words for who tried
     */
    void requireWayTo(LeadStatus next) {
        var returnsTo = statusBefore == null ? status : statusBefore;
        if (!status.next(returnsTo).contains(next)) {
            throw new IllegalStateException(status.refusal(next, returnsTo));
        }
    }

    /**
     * @throws IllegalStateException if the lead is closed, in words for who tried
     */
    void requireOpen(String toBe) {
        if (!status.isOpen()) {
            throw new IllegalStateException(
                    "A lead that is " + status.word().toLowerCase(Locale.ROOT) + " cannot be " + toBe);
        }
    }

    /** Comes to stand somewhere. */
    void come(LeadStatus there, @Nullable NextTouch touch) {
        if (there.isOpen() != (touch != null)) {
            throw new IllegalStateException("An open lead has a next touch, and no other lead has one");
        }
        status = there;
        nextTouch = touch;
    }

    /** Comes to stand where it is left again for the status before. */
    void returnTo(@Nullable LeadStatus before) {
        statusBefore = before;
    }

    void touch(NextTouch touch) {
        come(status, touch);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadStanding() {}
}
