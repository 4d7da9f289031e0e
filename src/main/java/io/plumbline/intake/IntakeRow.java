package io.plumbline.intake;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An intake note in the list of a patient: its status, not its content. Of its versions, the newest signed one stands in
 * the list, and beside it the one that is being written.
 *
 * @param outcome that of the chiropractor who concluded the note, if one did; null while none is chosen
 * @param createdAt when its first version was begun
 * @param revision the number of the version, from 1
 */
public record IntakeRow(
        IntakeId id,
        ClinicId clinic,
        IntakeStatus status,
        @Nullable IntakeOutcome outcome,
        Instant createdAt,
        int revision) {
    /**
     * Returns whether the note has a valid red-flag screen. A signed note has answers to all questions whose yes is a
     * hold.
     */
    public boolean isScreened() {
        return status != IntakeStatus.DRAFT;
    }

    /** Returns whether it is a version that amends a signed one. */
    public boolean isAmendment() {
        return revision > 1;
    }

    /** Returns whether a treatment plan may follow from the note. */
    public boolean allowsPlan() {
        return status != IntakeStatus.DRAFT && outcome != IntakeOutcome.REFER && !awaitsConclusion();
    }

    /** Returns whether a chiropractor has to conclude the note. */
    public boolean awaitsConclusion() {
        return status != IntakeStatus.DRAFT && outcome == IntakeOutcome.CHIROPRACTOR_TO_DECIDE;
    }

    /** The status of an intake note, for staff who do not treat the patient. */
    public record State(ClinicId clinic, IntakeStatus status, Instant createdAt) {}
}
