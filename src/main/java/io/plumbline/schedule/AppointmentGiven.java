package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** The consultation of a lead became the patient's whom the lead became. */
public record AppointmentGiven(UUID appointment, PatientId patient, StaffId practitioner) implements Recorded {
    @Override
    public String kind() {
        return "appointment.given";
    }

    @Override
    public UUID subject() {
        return appointment;
    }

    @Override
    public String detail() {
        return "opens the chart to practitioner " + practitioner;
    }
}
