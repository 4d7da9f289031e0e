package io.plumbline.schedule;

import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
