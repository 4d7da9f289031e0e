package io.plumbline.safety;

import io.plumbline.shared.ids.PatientId;

/** Implemented by schedule: a patient's appointments, which remain booked whatever is decided about a red flag. */
public interface StandingBookings {
    /** Returns the number of appointments and the next one, in a sentence. */
    String describe(PatientId patient);
}
