package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A mark was made by mistake: the appointment stands where it stood before.
 *
 * @param mistaken where it did not stand in truth
 */
public record AppointmentTakenBack(
        UUID appointment, PatientId patient, AppointmentType type, LocalDate on, AppointmentStatus mistaken)
        implements Recorded {
    @Override
    public String kind() {
        return "appointment.taken-back";
    }

    @Override
    public UUID subject() {
        return appointment;
    }

    @Override
    public String detail() {
        return "was " + mistaken.word().toLowerCase(Locale.ROOT);
    }
}
