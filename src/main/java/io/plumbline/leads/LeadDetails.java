package io.plumbline.leads;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as those who call it see it.
 *
 * @param version the version that a change of it carries
 * @param touch when somebody has to do something next; null once the lead is closed
 * @param claim who calls this person now; null where nobody does
 * @param lostReason why it was given up; null where it was not
 * @param convertedTo the patient it became; null until then
 * @param changedBy who changed it last
 * @param phoneIsWrong whether somebody else answered at the number
 * @param attempts the calls, the latest first
 * @param steps what else was done to it, the latest first
 * @param told what else the person told us
 * @param isReviewTaken whether a chiropractor looks after it, while it is in clinical review
 * @param consultation the appointment that was booked for it last; null where none was
 * @param aliases the leads of the same person that are merged into it
 * @param readUnder the lead into which it is merged; null where it is one of its own
 */
public record LeadDetails(
        LeadId id,
        long version,
        LeadDraft draft,
        LeadStatus status,
        @Nullable NextTouch touch,
        @Nullable Claim claim,
        @Nullable String lostReason,
        @Nullable PatientId convertedTo,
        Instant receivedAt,
        String changedBy,
        boolean phoneIsWrong,
        List<Attempt> attempts,
        List<LeadStep> steps,
        LeadTold told,
        boolean isReviewTaken,
        @Nullable UUID consultation,
        List<LeadAlias> aliases,
        LeadAlias.@Nullable Kept readUnder) {

    /** Whether the lead may go there from where it stands. */
    public boolean canBecome(LeadStatus next) {
        return status.next(status).contains(next);
    }

    /** Whether a consultation is booked for it, or was held, that becomes the patient's with it. */
    public boolean hasConsultation() {
        return consultation != null
                && (status == LeadStatus.CONSULTATION_BOOKED || status == LeadStatus.CONSULTATION_HELD);
    }

    /** Whether a call to the person may be logged with this outcome. */
    public boolean canEnd(CallOutcome outcome) {
        return canBecome(outcome.leadsTo()) || status.isInTouch();
    }

    /** Who calls this person, until when. */
    public record Claim(StaffId staff, String name, Instant until) {}

    /** A call, how it ended and what was said. */
    public record Attempt(Instant at, String by, CallOutcome outcome, String note) {}
}
