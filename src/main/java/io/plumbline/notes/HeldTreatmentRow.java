package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/** A treatment that was given during a clinical hold, without a clinical word; who gave it is the author of the note. */
public record HeldTreatmentRow(UUID note, PatientId patient, String patientName, LocalDate treatedOn, String author) {}
