package io.plumbline.plans;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "planned_visit")
class PlannedVisit {
    static final Comparator<PlannedVisit> BY_DAY =
            Comparator.comparing(PlannedVisit::plannedOn).thenComparing(visit -> visit.position);

    static final Comparator<PlannedVisit> BY_DELIVERY = Comparator.comparing(
                    PlannedVisit::deliveredOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(visit -> visit.position);

    @Id
    private UUID id;

    private int position;

    @Enumerated(EnumType.STRING)
    private PlanPhase phase;

    @Enumerated(EnumType.STRING)
    private AppointmentType service;

    private StaffId practitionerId;
    private LocalDate plannedOn;
    private @Nullable UUID appointmentId;
    private @Nullable LocalDate bookedOn;
    private @Nullable UUID freedAppointmentId;
    private @Nullable UUID deliveredNoteId;
    private @Nullable LocalDate deliveredOn;
    private @Nullable Integer deliveredRevision;

    /** Null if it is not delivered, and for one that was delivered before this was kept. */
    @Enumerated(EnumType.STRING)
    private @Nullable PlanPhase deliveredPhase;

    static PlannedVisit of(Taper.Visit visit, int position) {
        var planned = new PlannedVisit();
        planned.id = Ids.next();
        planned.position = position;
        planned.phase = visit.planned().phase();
        planned.service = visit.planned().service();
        planned.practitionerId = Objects.requireNonNull(visit.planned().practitionerId());
        planned.plannedOn = visit.on();
        return planned;
    }

    void book(AppointmentId appointment, LocalDate on) {
        appointmentId = appointment.value();
        bookedOn = on;
        freedAppointmentId = null;
    }

    void unbook() {
        freedAppointmentId = appointmentId;
        appointmentId = null;
        bookedOn = null;
    }

    /**
     * @param in the phase in which it takes place, which may not be the one that it was planned in
     * @param revision the revision of the plan under which it takes place
     */
    void deliver(NoteId note, LocalDate on, PlanPhase in, int revision) {
        deliveredPhase = in;
        deliveredRevision = revision;
        deliveredNoteId = note.value();
        deliveredOn = on;
    }

    /** Takes the delivery back, because its note was entered in error. */
    void takeBack() {
        deliveredRevision = null;
        deliveredNoteId = null;
        deliveredOn = null;
        deliveredPhase = null;
    }

    /** Returns the note that documents it; empty if it is not delivered, or was carried over. */
    Optional<NoteId> deliveredNote() {
        return Optional.ofNullable(deliveredNoteId).map(NoteId::new);
    }

    boolean isDeliveredBy(NoteId note) {
        return note.value().equals(deliveredNoteId);
    }

    /** Counts the visit as delivered before the plan was written: it has no note, and its day is the planned one. */
    void carryOver() {
        deliveredOn = plannedOn;
    }

    PlannedVisitId id() {
        return new PlannedVisitId(id);
    }

    boolean isOpen(AppointmentType wanted) {
        return service == wanted && !isDelivered();
    }

    boolean isNamedBy(DeliveredVisit delivered) {
        return id().equals(delivered.plannedVisit()) || isBookedAs(delivered.appointment());
    }

    boolean isDelivered() {
        return deliveredOn != null;
    }

    boolean isCarriedOver() {
        return isDelivered() && deliveredNoteId == null;
    }

    /** Returns whether the visit was booked as this appointment last and has been free since. */
    boolean isFreedBy(AppointmentId appointment) {
        return appointment.value().equals(freedAppointmentId) && !isBooked() && !isDelivered();
    }

    boolean isBooked() {
        return appointmentId != null;
    }

    boolean isBookedAs(@Nullable AppointmentId appointment) {
        return appointment != null && appointment.value().equals(appointmentId);
    }

    int position() {
        return position;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    @Nullable
    LocalDate deliveredOn() {
        return deliveredOn;
    }

    PlanPhase phase() {
        return phase;
    }

    /** Returns the phase in which it took place; the one that it is planned in while it is not delivered. */
    PlanPhase tookPlaceIn() {
        return deliveredPhase == null ? phase : deliveredPhase;
    }

    AppointmentType service() {
        return service;
    }

    @Nullable
    LocalDate bookedOn() {
        return bookedOn;
    }

    StaffId practitioner() {
        return practitionerId;
    }

    boolean isWith(StaffId practitioner) {
        return practitionerId.equals(practitioner);
    }

    boolean isOf(PlannedService line) {
        return phase == line.phase() && service == line.service();
    }

    void giveTo(StaffId practitioner) {
        practitionerId = practitioner;
    }

    void moveTo(LocalDate day) {
        plannedOn = day;
    }

    /** Returns the row for the plan, numbered in the order of days. */
    PlanDetails.Visit row(int number) {
        return new PlanDetails.Visit(
                id(),
                number,
                tookPlaceIn(),
                service,
                practitionerId,
                plannedOn,
                bookedOn,
                deliveredOn,
                isCarriedOver());
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlannedVisit() {}
}
