package io.plumbline.schedule;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an appointment. */
@Entity
@Table(name = "appointment_change")
class AppointmentNote {
    @Id
    private UUID id;

    private Instant changedAt;
    private StaffId changedBy;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    private String detail;

    @Embedded
    private @Nullable SlotBefore before;

    /** @param before the time slot before a move; null for any other change */
    AppointmentNote(AppointmentStatus status, String detail, @Nullable TimeSlot before, StaffId by, Instant at) {
        this.id = Ids.next();
        this.status = status;
        this.detail = detail;
        this.changedBy = by;
        this.changedAt = at;
        this.before = before == null ? null : SlotBefore.of(before);
    }

    AppointmentStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    /** Returns the time slot before this move; empty for any other change. */
    Optional<TimeSlot> movedFrom() {
        return Optional.ofNullable(before).map(SlotBefore::timeSlot);
    }

    StaffId changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Practitioner, room and time of an appointment before it was moved. */
    @Embeddable
    record SlotBefore(
            @Column(name = "before_practitioner_id") StaffId practitioner,
            @Column(name = "before_room_id") @Nullable UUID room,
            @Column(name = "before_on") LocalDate on,
            @Column(name = "before_at") LocalTime at,
            @Column(name = "before_minutes") int minutes,
            @Column(name = "before_buffer_minutes") int bufferMinutes) {
        static SlotBefore of(TimeSlot slot) {
            return new SlotBefore(
                    slot.practitioner(), slot.room(), slot.on(), slot.at(), slot.minutes(), slot.bufferMinutes());
        }

        TimeSlot timeSlot() {
            return new TimeSlot(practitioner, room, on, at, minutes, bufferMinutes);
        }
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AppointmentNote() {}
}
