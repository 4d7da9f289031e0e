package io.plumbline.notes.backlog;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A treatment without a signed note, for the manager: no clinical content.
 *
 * @param id of the note, or of the appointment if no note is started
 * @param author who has to sign
 * @param begun whether a note is started
 * @param authorLeft whether the account of the author was deactivated, so that they cannot sign
 */
public record UnsignedRow(
        UUID id,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String author,
        LocalDate on,
        boolean begun,
        boolean authorLeft) {}
