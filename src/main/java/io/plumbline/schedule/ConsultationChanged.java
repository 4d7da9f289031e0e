package io.plumbline.schedule;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * A change of a lead's consultation.
 *
 * @param deed the kind of the change
 * @param status the status from then on
 * @param ends when it ends, in the time zone of the clinic
 */
public record ConsultationChanged(
        AppointmentId appointment,
        LeadId lead,
        ClinicId clinic,
        Deed deed,
        AppointmentStatus status,
        LocalDateTime ends)
        implements Recorded {
    /** The kinds of a change of a consultation. */
    public enum Deed {
        BOOKED,
        MOVED,
        MOVE_UNDONE,
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
        return appointment.value();
    }

    @Override
    public String detail() {
        return "of lead " + lead;
    }
}
