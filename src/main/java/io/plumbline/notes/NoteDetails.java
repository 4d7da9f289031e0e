package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session note as somebody in relation to the patient reads it; a draft as its author alone does.
 *
 * @param version the version that a save carries
 * @param treatedOn the day of the session, at the clinic
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
