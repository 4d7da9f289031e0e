package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment was agreed. */
public record AppointmentBooked(
        UUID appointment,
        PatientId patient,
        StaffId practitioner,
        AppointmentType type,
        LocalDate on,
        @Nullable UUID plannedVisit)
        implements Recorded {
    @Override
    public String kind() {
        return "appointment.booked";
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
