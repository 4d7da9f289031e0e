package io.plumbline.leads;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of a lead, from its receipt on, which the report counts. Each records the first time only and is kept
 * whatever happens to the lead later.
 */
@Embeddable
class LeadMilestones {
    private Instant receivedAt;
    /** Null for a lead of before this was kept. */
    private @Nullable StaffId receivedBy;

    private @Nullable Instant firstAttemptAt;
    private @Nullable StaffId firstAttemptBy;
    private @Nullable Integer firstAttemptMinutes;
    private @Nullable Boolean responseTargetMet;
    private @Nullable Instant contactedAt;
    private @Nullable Integer contactedMinutes;
    private @Nullable Instant bookedAt;
    private @Nullable Instant heldAt;
    private @Nullable Instant convertedAt;

    static LeadMilestones from(Instant receivedAt, StaffId receivedBy) {
        var milestones = new LeadMilestones();
        milestones.receivedAt = receivedAt;
        milestones.receivedBy = receivedBy;
        return milestones;
    }

    /** Returns the same milestones as another object, which what happens later does not change. */
    LeadMilestones copy() {
        var copy = from(receivedAt, receivedBy());
        copy.receivedBy = receivedBy;
        copy.firstAttemptAt = firstAttemptAt;
        copy.firstAttemptBy = firstAttemptBy;
        copy.firstAttemptMinutes = firstAttemptMinutes;
        copy.responseTargetMet = responseTargetMet;
        copy.contactedAt = contactedAt;
        copy.contactedMinutes = contactedMinutes;
        copy.bookedAt = bookedAt;
        copy.heldAt = heldAt;
        copy.convertedAt = convertedAt;
        return copy;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Returns who received the request, and with it the consent to be contacted: the portal, for the public form. */
    StaffId receivedBy() {
        return receivedBy == null ? CurrentUser.SYSTEM.staff() : receivedBy;
    }

    /** Records a call; the first one meets the response target unless it has already been missed. */
    void called(CallOutcome outcome, StaffId by, Instant at) {
        if (firstAttemptAt == null) {
            firstAttemptAt = at;
            firstAttemptBy = by;
            responseTargetMet = responseTargetMet == null;
        }
        if (outcome.isContact() && contactedAt == null) {
            contactedAt = at;
        }
    }

    /**
     * Records the business minutes since receipt, if the call at this time was the first attempt or the first contact.
     */
    void waited(Duration opening, Instant at) {
        var minutes = Math.toIntExact(opening.toMinutes());
        if (at.equals(firstAttemptAt)) {
            firstAttemptMinutes = minutes;
        }
        if (at.equals(contactedAt)) {
            contactedMinutes = minutes;
        }
    }

    /** Records that the response target of a new lead passed without a call. */
    void responseTargetMissed() {
        if (firstAttemptAt == null) {
            responseTargetMet = false;
        }
    }

    /** Records that the lead reached a status; conversion counts as the first booking if there was none. */
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

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadMilestones() {}
}
