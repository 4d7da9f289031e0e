package io.plumbline.safety;

import io.plumbline.shared.PatientId;

/** Knows what is booked for a patient, which stands whatever is decided about a red flag. */
public interface StandingBookings {
    /** How many there are and the next one, in a sentence. */
    String of(PatientId patient);
}
