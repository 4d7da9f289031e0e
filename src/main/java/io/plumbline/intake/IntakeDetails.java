package io.plumbline.intake;

import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intake note as a clinician in relation to the patient reads it.
 *
 * @param version the version that a save carries
 * @param rulesVersion of the screening rules under which it was signed; empty while it is a draft
 * @param checks the answers to its contradictions, kept with the signature; none while it is a draft
 * @param changedBy who wrote on it last
 * @param changedByMe whether that was the caller
 * @param signature null while it is a draft
 */
public record IntakeDetails(
        UUID id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        IntakeStatus status,
        IntakeDraft draft,
        String rulesVersion,
        List<CheckAnswer> checks,
        Instant createdAt,
        String changedBy,
        boolean changedByMe,
        @Nullable Signature signature) {
    /**
     * Who signed, when and what.
     *
     * @param contentHash SHA-256 of what was signed, in hexadecimal digits
     * @param intact whether the note still says what was signed
     */
    public record Signature(String by, Instant at, String contentHash, boolean intact) {}
}
