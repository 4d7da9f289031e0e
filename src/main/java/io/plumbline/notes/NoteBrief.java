package io.plumbline.notes;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What a record that refers to a session note knows of it, without opening the note.
 *
 * @param visit the appointment of its visit; null if it was not booked
 */
public record NoteBrief(
        PatientId patient,
        NoteStatus status,
        ClinicId clinic,
        @Nullable AppointmentId visit) {}
