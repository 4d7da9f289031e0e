package io.plumbline.notes.cosign;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;

/**
 * A note that waits for the current user: to co-sign it, to answer what its supervisor remarked, or to sign an addendum to it.
 *
 * @param author the name of the author
 * @param returned whether it was returned to the current user, its author
 * @param hasUnsignedAddendum whether the current user wrote an addendum to it and did not sign it
 * @param remark the last remark of a supervisor; empty if there is none
 */
public record CosignRow(
        NoteId note,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        AppointmentType service,
        LocalDate treatedOn,
        String author,
        boolean returned,
        boolean hasUnsignedAddendum,
        String remark) {}
