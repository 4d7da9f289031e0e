package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody opened an appointment: who comes, when, why it was moved or cancelled.
 *
 * @param patient null while it is a consultation of a lead
 */
public record AppointmentOpened(UUID appointment, @Nullable PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "appointment.opened";
    }

    @Override
    public UUID subject() {
        return appointment;
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
