package io.plumbline.notes;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;

/** A held treatment, without clinical content. The author of the note gave the treatment. */
public record HeldTreatmentRow(
        NoteId note, PatientId patient, String patientName, LocalDate treatedOn, String author) {}
