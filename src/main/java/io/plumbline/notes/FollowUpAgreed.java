package io.plumbline.notes;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;

/** A signed session note says that the patient is followed up on a day, because soreness is expected. */
public record FollowUpAgreed(NoteId note, PatientId patient, ClinicId clinic, LocalDate on) {}
