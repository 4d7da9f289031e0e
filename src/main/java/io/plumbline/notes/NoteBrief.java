package io.plumbline.notes;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a record that refers to a session note knows of it, without opening the note.
 *
 * @param visit the appointment of its visit; null if it was not booked
 * @param treatedOn the day of the treatment at the clinic
 * @param areas the names of the treated areas; empty if none is recorded
 */
public record NoteBrief(
        PatientId patient,
        NoteStatus status,
        ClinicId clinic,
        @Nullable AppointmentId visit,
        LocalDate treatedOn,
        String areas) {}
