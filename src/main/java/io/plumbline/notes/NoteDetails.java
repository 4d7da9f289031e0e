package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session note as somebody in relation to the patient reads it; a draft as its author alone does.
 *
 * @param version the version that a save carries
 * @param treatedOn the day of the session, at the clinic
 * @param offered what its author records in this visit; empty where it is signed
 * @param checks the answers to its contradictions, kept with the signature; none while it is a draft
 * @param clinicalHold whether treatments and exercise sessions are on hold now
 * @param signature null while it is a draft
 */
public record NoteDetails(
        UUID id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        NoteDraft draft,
        List<Modalities.Modality> offered,
        List<CheckAnswer> checks,
        String author,
        boolean clinicalHold,
        @Nullable Signature signature) {
    /**
     * When it was signed and what; by its author.
     *
     * @param contentHash SHA-256 of what was signed, in hexadecimal digits
     * @param intact whether the note still says what was signed
     */
    public record Signature(Instant at, String contentHash, boolean intact) {}
}
