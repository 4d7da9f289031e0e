package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Recorded;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * Something happened to the consultation of a lead.
 *
 * @param deed what it was
 * @param status where it stands now
 * @param ends when it ends, in the clinic's zone
 */
public record ConsultationChanged(
        UUID appointment, UUID lead, ClinicId clinic, Deed deed, AppointmentStatus status, LocalDateTime ends)
        implements Recorded {
    /** What may happen to a consultation. */
    public enum Deed {
        BOOKED,
        MOVED,
        MARKED,
        TAKEN_BACK
    }

    @Override
    public String kind() {
        var said = deed == Deed.MARKED ? status.name() : deed.name();
        return "appointment." + said.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public UUID subject() {
        return appointment;
    }

    @Override
    public String detail() {
        return "of lead " + lead;
    }
}
