package io.plumbline.schedule;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

    AppointmentNote(AppointmentStatus status, String detail, StaffId by, Instant at) {
        this.id = Ids.next();
        this.status = status;
        this.detail = detail;
        this.changedBy = by;
        this.changedAt = at;
    }

    AppointmentStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    Instant changedAt() {
        return changedAt;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AppointmentNote() {}
}
