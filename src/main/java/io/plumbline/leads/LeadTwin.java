package io.plumbline.leads;

import io.plumbline.patients.PatientRow;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead and somebody else that may be one person, and of whom those who call the lead may not see the other.
 *
 * @param id of the pair
 * @param points how much speaks for it, from 0 to 100
 * @param reasons what is the same, in words
 * @param since when it was found, or settled where it is
 * @param settled how; null while nobody has
 * @param earlier who was here first; a patient always was
 */
public record LeadTwin(
        UUID id,
        int points,
        String reasons,
        Instant since,
        @Nullable Settled settled,
        Earlier earlier,
        Side later) {

    /** Whether the caller may merge them: both are leads of theirs, and they share more than a phone. */
    public boolean mayBeMerged() {
        return earlier instanceof Side lead
                && lead.fullName() != null
                && later.fullName() != null
                && lead.status().isOpen()
                && later.status().next(later.status()).contains(LeadStatus.MERGED);
    }

    /** Whether the caller may make the lead that patient: they see both, and it has been spoken with. */
    public boolean mayBeConverted() {
        return earlier instanceof Known known
                && known.patient() != null
                && later.fullName() != null
                && later.status().next(later.status()).contains(LeadStatus.CONVERTED);
    }

    /** The same with what the caller may see of its patient. */
    LeadTwin of(PatientRow patient) {
        return new LeadTwin(id, points, reasons, since, settled, new Known(patient.id(), patient), later);
    }

    /** How it was settled, and by whom. */
    public record Settled(LeadTwinOutcome as, String by) {}

    /** Who was here first. */
    public sealed interface Earlier permits Side, Known {}

    /**
     * A lead.
     *
     * @param version the version that merging it carries
     * @param queue the clinic whose lead it is; null where it is the group's
     * @param fullName null where the lead is in no queue of the caller's
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
     * @param patient null where the caller may not see them
     */
    public record Known(PatientId id, @Nullable PatientRow patient) implements Earlier {}
}
