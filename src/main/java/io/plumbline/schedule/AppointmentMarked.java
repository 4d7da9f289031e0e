package io.plumbline.schedule;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.Locale;
import java.util.UUID;

/** An appointment stands elsewhere: confirmed, arrived, in treatment, completed, missed or cancelled. */
public record AppointmentMarked(UUID appointment, PatientId patient, AppointmentStatus status) implements Recorded {
    @Override
    public String kind() {
        return "appointment." + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public UUID subject() {
        return appointment;
    }
}
