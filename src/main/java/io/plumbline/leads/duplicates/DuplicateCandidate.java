package io.plumbline.leads.duplicates;

import io.plumbline.leads.LeadStatus;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead and another lead or a patient that may be the same person. Those who call the one may not see the other.
 *
 * @param id the id of the pair
 * @param points the score, from 0 to 100
 * @param reasons what matches, as text
 * @param since when the pair was found or, if settled, when it was settled
 * @param settled the outcome; null while the pair is open
 * @param earlier the one that was registered first; a patient always was
 */
public record DuplicateCandidate(
        DuplicateCandidateId id,
        int points,
        String reasons,
        Instant since,
        @Nullable Settled settled,
        Earlier earlier,
        Side later) {

    /**
     * Returns whether the current user may merge the two: both are leads in the current user's queues, and their statuses allow it.
     */
    public boolean mayBeMerged() {
        return earlier instanceof Side lead
                && lead.fullName() != null
                && later.fullName() != null
                && lead.status().isOpen()
                && later.status().next(later.status()).contains(LeadStatus.MERGED);
    }

    /**
     * Returns whether the current user may convert the lead to this patient: the current user sees both, and the status of the lead
     * allows it.
     */
    public boolean mayBeConverted() {
        return earlier instanceof Known known
                && known.patient() != null
                && later.fullName() != null
                && later.status().next(later.status()).contains(LeadStatus.CONVERTED);
    }

    /** Returns this pair with what the current user may see of its patient. */
    DuplicateCandidate of(PatientRow patient) {
        return new DuplicateCandidate(id, points, reasons, since, settled, new Known(patient.id(), patient), later);
    }

    /** The outcome, and who settled the pair. */
    public record Settled(DuplicateOutcome as, String by) {}

    /** The lead or patient that was registered first. */
    public sealed interface Earlier permits Side, Known {}

    /**
     * A lead.
     *
     * @param version the version that a merge must carry
     * @param queue the clinic that calls; null for the group
     * @param fullName null if the lead is in none of the current user's queues
     */
    public record Side(
            LeadId id,
            long version,
            @Nullable ClinicId queue,
            @Nullable String fullName,
            LeadStatus status,
            Instant receivedAt)
            implements Earlier {}

    /**
     * A patient.
     *
     * @param patient null if the current user may not see them
     */
    public record Known(PatientId id, @Nullable PatientRow patient) implements Earlier {}
}
