package io.plumbline.leads;

import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as those who call it see it.
 *
 * @param version the version that a change must carry
 * @param followUp the next follow-up; null once the lead is closed
 * @param claim who is calling this person now; null if nobody is
 * @param lostReason why it was lost; null if it was not
 * @param convertedTo the patient it became; null until then
 * @param changedBy who changed it last
 * @param phoneIsWrong whether the number belongs to somebody else
 * @param attempts the calls, newest first, those that were undone too
 * @param steps the other activity, newest first
 * @param background the background that the person gave
 * @param isReviewTaken whether a chiropractor has taken its clinical review
 * @param consultation the appointment that was booked last; null if there was none
 * @param aliases the leads of the same person that are merged into it
 * @param readUnder the lead into which it is merged; null if it is not merged
 * @param erasedAt when its person was erased; null if they were not
 */
public record LeadDetails(
        LeadId id,
        long version,
        LeadDraft draft,
        LeadStatus status,
        @Nullable NextFollowUp followUp,
        @Nullable Claim claim,
        @Nullable String lostReason,
        @Nullable PatientId convertedTo,
        Instant receivedAt,
        String changedBy,
        boolean phoneIsWrong,
        List<Attempt> attempts,
        List<LeadActivity> steps,
        LeadBackground background,
        boolean isReviewTaken,
        @Nullable AppointmentId consultation,
        List<LeadAlias> aliases,
        LeadAlias.@Nullable Kept readUnder,
        @Nullable Instant erasedAt) {

    /** Returns whether the lead can change to this status. */
    public boolean canBecome(LeadStatus next) {
        return status.canBecome(next);
    }

    /** Returns whether this person is calling the lead now. */
    public boolean isClaimedBy(StaffId somebody) {
        return claim != null && claim.staff().equals(somebody);
    }

    /** Returns whether it has a booked or held consultation, which passes to the patient on conversion. */
    public boolean hasConsultation() {
        return consultation != null && status.hasConsultation();
    }

    /** Returns whether a call with this outcome can be logged. */
    public boolean canEnd(CallOutcome outcome) {
        return canBecome(outcome.leadsTo()) || status.hasFollowUp();
    }

    /** Who is calling this person, until when. */
    public record Claim(StaffId staff, String name, Instant until) {}

    /** Returns the calls that count, newest first: those that were not undone. */
    public List<Attempt> countedAttempts() {
        return attempts.stream().filter(attempt -> !attempt.undone()).toList();
    }

    /**
     * A call, its outcome and its note.
     *
     * @param undone whether it was logged by mistake and undone
     */
    public record Attempt(Instant at, String by, CallOutcome outcome, String note, boolean undone) {}
}
