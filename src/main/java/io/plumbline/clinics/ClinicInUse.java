package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;

/** What a room to the right knows of a clinic that is in use. */
public interface ClinicInUse {
    /** Whether an appointment was ever booked there. */
    boolean isBooked(ClinicId clinic);
}
