package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.SubjectKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "appointment")
class Appointment extends AbstractAggregateRoot<Appointment> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId clinicId;
    private StaffId practitionerId;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "appointment_type")
    private AppointmentType type;

    private LocalDate startsOn;
    private LocalTime startsAt;
    private int minutes;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    private Instant bookedAt;

    static Appointment booked(Booking booking, Instant at) {
        var appointment = new Appointment();
        appointment.id = Ids.next();
        appointment.clinicId = booking.clinic();
        appointment.practitionerId = booking.practitioner();
        appointment.subjectKind = SubjectKind.PATIENT;
        appointment.subjectId = booking.patient().value();
        appointment.type = booking.type();
        appointment.startsOn = booking.on();
        appointment.startsAt = booking.at();
        appointment.minutes = booking.minutes();
        appointment.status = AppointmentStatus.BOOKED;
        appointment.bookedAt = at;
        appointment.registerEvent(new AppointmentBooked(
                appointment.id,
                booking.patient(),
                booking.practitioner(),
                booking.type(),
                booking.on(),
                booking.plannedVisit()));
        return appointment;
    }

    UUID id() {
        return id;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Appointment() {}
}
