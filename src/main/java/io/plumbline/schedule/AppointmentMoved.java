package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.UUID;

/** An appointment was agreed anew: another time, practitioner or room. */
public record AppointmentMoved(
        UUID appointment, PatientId patient, StaffId practitionerBefore, StaffId practitioner, LocalDate on)
        implements Recorded {
    /** Whether another practitioner has it now. */
    public boolean isHandedOver() {
        return !practitioner.equals(practitionerBefore);
    }

    @Override
    public String kind() {
        return "appointment.moved";
    }

    @Override
    public UUID subject() {
        return appointment;
    }

    @Override
    public String detail() {
        return "opens the chart to practitioner " + practitioner + " on " + on;
    }
}
