package io.plumbline.safety;

import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence that clears a red flag is chosen from.
 *
 * @param findings empty if words alone say what was found
 * @param clinicians who may have examined the patient, by name
 * @param isAlone whether nobody else at the clinic may confirm that an emergency flag is cleared
 * @param notBefore the first day on which an examination counts; null if any does
 * @param today the day at the clinic
 * @param files on the patient's record, newest first; empty if no document is asked for
 */
public record ClearanceChoices(
        FlagLevel level,
        List<ClearanceFinding> findings,
        List<Clinician> clinicians,
        boolean isAlone,
        @Nullable LocalDate notBefore,
        LocalDate today,
        List<AttachmentRow> files) {
    public ClearanceChoices {
        findings = List.copyOf(findings);
        clinicians = List.copyOf(clinicians);
        files = List.copyOf(files);
    }

    /** A clinician who may clear the flag. */
    public record Clinician(StaffId id, String name) {}
}
