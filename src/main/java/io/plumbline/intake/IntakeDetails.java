package io.plumbline.intake;

import io.plumbline.forms.PublishedForm;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An intake note for a clinician in relation to the patient.
 *
 * @param version the version to pass to the next save
 * @param rulesVersion version of the screening rules under which the note was signed; empty for a draft
 * @param checks the answers to the signing checks, stored with the signature; empty for a draft
 * @param changedBy who last edited the note
 * @param changedByMe whether that was the current user
 * @param signature null for a draft
 * @param versions the versions of the note, as this one sees them
 * @param conclusion that of a chiropractor, if the note left the outcome to one; null while there is none
 * @param forms the versions of the clinics' own questions that it answers, and of a draft also those that it may
 *     answer; without the questions whose answers the current user does not see
 */
public record IntakeDetails(
        IntakeId id,
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
        IntakeVersions versions,
        @Nullable Signature signature,
        @Nullable Conclusion conclusion,
        List<PublishedForm> forms) {
    /** Returns whether a chiropractor has to conclude the note; never of a version that was amended since. */
    public boolean awaitsConclusion() {
        return signature != null
                && draft.outcome() == IntakeOutcome.CHIROPRACTOR_TO_DECIDE
                && conclusion == null
                && versions.newer().isEmpty();
    }

    /** Returns whether a chiropractor has to decide something: the outcome, or a contraindication. */
    public boolean awaitsChiropractor() {
        return awaitsConclusion()
                || signature != null
                        && conclusion == null
                        && versions.newer().isEmpty()
                        && !draft.more().leftToChiropractor().isEmpty();
    }

    /**
     * The signature: who signed, when, and the hash of the content.
     *
     * @param contentHash SHA-256 of the signed content, in hexadecimal digits
     * @param intact whether the note still has the signed content
     */
    public record Signature(StaffId signer, String by, Instant at, String contentHash, boolean intact) {}

    /**
     * The conclusion of a chiropractor: the outcome and the reason, with its own signature.
     *
     * @param decided what was decided on the contraindications that the note left to a chiropractor, by code
     * @param signature who concluded, when, and the hash of the conclusion
     */
    public record Conclusion(
            IntakeOutcome outcome,
            String reason,
            SortedMap<String, ContraindicationAnswer> decided,
            Signature signature) {}
}
