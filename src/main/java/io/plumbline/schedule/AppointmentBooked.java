package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An appointment was agreed. */
public record AppointmentBooked(UUID appointment, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "appointment.booked";
    }

    @Override
    public UUID subject() {
        return appointment;
    }
}
