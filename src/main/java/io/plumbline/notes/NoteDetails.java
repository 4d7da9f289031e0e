package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session note for staff in relation to the patient; a draft only for its author.
 *
 * @param version the version to pass to the next save
 * @param treatedOn the day of the session, at the clinic
 * @param offered the modalities that the author records in this visit; empty for a signed note
 * @param checks the answers to the signing checks, stored with the signature; empty for a draft
 * @param mine whether the current user is the author
 * @param authorActive whether the account of the author is not deactivated
 * @param clinicalHold whether treatments and exercise sessions are on hold now
 * @param privacy who may read it
 * @param signature null for a draft
 * @param takenOver null if the practitioner of the visit wrote the note
 */
public record NoteDetails(
        NoteId id,
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
        boolean mine,
        boolean authorActive,
        boolean clinicalHold,
        NotePrivacy privacy,
        @Nullable Signature signature,
        @Nullable TakenOverVisit takenOver) {
    /**
     * Returns whether the current user may mark the note as entered in error: its author, and after the account of the author
     * was deactivated, every clinician in relation to the patient.
     */
    public boolean mayBeMarked() {
        return status.isSigned() && (mine || !authorActive);
    }

    /**
     * The signature: when the author signed, and the hash of the content.
     *
     * @param by who signed
     * @param contentHash SHA-256 of the signed content, in hexadecimal digits
     * @param intact whether the note still has the signed content
     * @param cosigned whether the note waits for a co-signature, or a supervisor has decided on one
     */
    public record Signature(StaffId by, Instant at, String contentHash, boolean intact, boolean cosigned) {}

    /**
     * A visit whose practitioner could no longer write its note.
     *
     * @param practitioner the name of the practitioner of the visit
     * @param presence how the author took part in the visit, in their words
     */
    public record TakenOverVisit(String practitioner, String presence) {
        /**
         * Returns who wrote the note instead of whom, and how they took part.
         *
         * @param author the name of the author
         */
        public String words(String author) {
            return "The visit was with " + practitioner + ", whose account had been deactivated. " + author
                    + " took part in it: " + presence;
        }
    }
}
