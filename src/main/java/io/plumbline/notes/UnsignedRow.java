package io.plumbline.notes;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A treatment without a signed note, as the manager follows it: nothing clinical.
 *
 * @param id of the note, or of the appointment where none is begun
 * @param author who has to sign
 * @param begun whether a note is begun
 */
public record UnsignedRow(
        UUID id, PatientId patient, String patientName, ClinicId clinic, String author, LocalDate on, boolean begun) {}
