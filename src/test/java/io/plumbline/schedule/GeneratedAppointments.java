package io.plumbline.schedule;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.bench.Bulk;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.jdbc.core.JdbcOperations;

/** Appointments with the slots that they take. */
public final class GeneratedAppointments {
    private final GeneratedTrail trail;
    private final Bulk slots;

    public GeneratedAppointments(JdbcOperations jdbc, AtomicLong written, GeneratedTrail trail) {
        this.trail = trail;
        slots = new Bulk(jdbc, written, "booked_slot", "resource_id, slot, appointment_id");
    }

    public AbstractAggregateRoot<?> booked(Booking booking, ZoneId zone, StaffId by, Instant at) {
        var appointment = Appointment.booked(booking, by, at);
        var timeSlot = booking.timeSlot();
        Slots.of(timeSlot.on(), timeSlot.at(), timeSlot.minutes(), zone)
                .forEach(slot -> slots.add(
                        Ids.bytes(timeSlot.practitioner().value()),
                        slot,
                        Ids.bytes(appointment.id().value())));
        trail.tell(appointment, by, at);
        return appointment;
    }

    public AppointmentId idOf(AbstractAggregateRoot<?> appointment) {
        return ((Appointment) appointment).id();
    }

    public void held(AbstractAggregateRoot<?> appointment, StaffId by, Instant at) {
        ((Appointment) appointment).held(by, at);
        trail.tell(appointment, by, at);
    }

    /** Writes the slots; the appointments must be in the store. */
    public void flush() {
        slots.flush();
    }
}
