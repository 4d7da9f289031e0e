package io.plumbline.notes.amendments;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An addendum that the caller wrote and did not sign.
 *
 * @param note the signed note that it is to be added to
 * @param treatedOn the day of the session, at the clinic
 * @param changedAt when it was last written
 */
public record UnsignedAddendum(
        NoteId note,
        PatientId patient,
        String patientName,
        AppointmentType service,
        LocalDate treatedOn,
        Instant changedAt) {}
