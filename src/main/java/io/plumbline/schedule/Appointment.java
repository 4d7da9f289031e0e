package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.UndoRule;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "appointment")
class Appointment extends Aggregate<Appointment> {
    private ClinicId clinicId;
    private StaffId practitionerId;
    private @Nullable UUID roomId;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "appointment_type")
    private AppointmentType type;

    private LocalDate startsOn;
    private LocalTime startsAt;
    private int minutes;
    private int bufferMinutes;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    private boolean cancelledLate;
    private Instant bookedAt;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "appointment_id", nullable = false, updatable = false)
    @OrderBy("changedAt, id")
    private List<AppointmentNote> changes = new ArrayList<>();

    static Appointment booked(Booking booking, StaffId by, Instant at) {
        var appointment = new Appointment();
        appointment.subjectKind = SubjectKind.PATIENT;
        appointment.subjectId = booking.patient().value();
        appointment.begin(booking.clinic(), booking.type(), booking.timeSlot(), by, at);
        appointment.registerEvent(new AppointmentEvent.Booked(
                appointment.id(),
                booking.patient(),
                appointment.practitionerId,
                booking.type(),
                booking.clinic(),
                appointment.startsOn,
                booking.plannedVisit(),
                booking.order()));
        return appointment;
    }

    static Appointment booked(Consultation agreed, StaffId by, Instant at) {
        var appointment = new Appointment();
        appointment.subjectKind = SubjectKind.LEAD;
        appointment.subjectId = agreed.lead().value();
        appointment.begin(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timeSlot(), by, at);
        appointment.tellLead(ConsultationChanged.Deed.BOOKED);
        return appointment;
    }

    private void begin(ClinicId clinic, AppointmentType what, TimeSlot timeSlot, StaffId by, Instant at) {
        id = Ids.next();
        clinicId = clinic;
        status = AppointmentStatus.BOOKED;
        type = what;
        agree(timeSlot);
        noted("", by, at);
        bookedAt = at;
    }

    /** Reassigns a lead's consultation to the patient that the lead became; everything else about it stays. */
    void give(PatientId patient) {
        if (!isOfLead()) {
            throw new Refused("This appointment already has a patient");
        }
        subjectKind = SubjectKind.PATIENT;
        subjectId = patient.value();
        registerEvent(new AppointmentEvent.Reassigned(id(), patient, practitionerId));
        registerEvent(new AppointmentChanged(clinicId));
    }

    /** Tells of a change: the lead of a consultation, otherwise those who follow the appointments of patients. */
    private void tell(ConsultationChanged.Deed deed, Function<PatientId, AppointmentEvent> ofPatient) {
        if (isOfLead()) {
            tellLead(deed);
        } else {
            registerEvent(ofPatient.apply(patient()));
        }
    }

    private void tellLead(ConsultationChanged.Deed deed) {
        registerEvent(new ConsultationChanged(
                id(),
                new LeadId(subjectId),
                clinicId,
                deed,
                status,
                startsOn.atTime(startsAt).plusMinutes(minutes)));
    }

    /** Moves the appointment to another time, practitioner or room. */
    void move(TimeSlot to, StaffId by, Instant at) {
        if (!status.isAhead()) {
            throw new Refused("An appointment that is " + said(status) + " cannot be moved");
        }
        var before = ChangeDetail.moved(startsOn, startsAt);
        var practitionerBefore = practitionerId;
        var slotBefore = timeSlot();
        agree(to);
        noted(before, slotBefore, by, at);
        tell(ConsultationChanged.Deed.MOVED, patient -> moved(patient, practitionerBefore, false));
    }

    /**
     * Undoes the last move for the person who moved the appointment, within ten minutes and only if it is the last
     * change.
     *
     * @throws Refused otherwise; the message is for the user
     */
    void undoMove(StaffId by, Instant at) {
        var last = changes.getLast();
        var before = slotBeforeMove()
                .orElseThrow(() -> new Refused("This appointment has changed since the move, or that was undone"));
        UndoRule.require(by, at, last.changedBy(), last.changedAt());
        var practitionerBefore = practitionerId;
        agree(before);
        noted(ChangeDetail.MOVE_UNDONE, by, at);
        tell(ConsultationChanged.Deed.MOVE_UNDONE, patient -> moved(patient, practitionerBefore, true));
    }

    /** Returns the time slot before the move, if that is the last change; otherwise empty. */
    Optional<TimeSlot> slotBeforeMove() {
        return changes.getLast().movedFrom();
    }

    private AppointmentEvent moved(PatientId patient, StaffId practitionerBefore, boolean isUndo) {
        return new AppointmentEvent.Moved(id(), patient, practitionerBefore, practitionerId, startsOn, isUndo);
    }

    /** Changes the room, because the intended one was taken in the meantime. */
    void changeRoom(UUID room) {
        roomId = room;
    }

    private void agree(TimeSlot timeSlot) {
        practitionerId = timeSlot.practitioner();
        roomId = timeSlot.room();
        startsOn = timeSlot.on();
        startsAt = timeSlot.at();
        minutes = timeSlot.minutes();
        bufferMinutes = timeSlot.bufferMinutes();
    }

    /**
     * Cancels the appointment.
     *
     * @param late whether there was too little notice to book the time for somebody else
     */
    void cancel(String reason, boolean late, StaffId by, Instant at) {
        var stated = TextLimit.required("The reason", reason, 200);
        become(AppointmentStatus.CANCELLED, stated, by, at);
        cancelledLate = late;
    }

    /**
     * Undoes the booking for the person who booked, within ten minutes and only if nothing changed since: the
     * appointment is canceled.
     *
     * @throws Refused otherwise; the message is for the user
     */
    void undoBooking(StaffId by, Instant at) {
        if (changes.size() > 1) {
            throw new Refused("This appointment has changed since it was booked. Cancel it in the schedule");
        }
        var booked = changes.getLast();
        UndoRule.require(by, at, booked.changedBy(), booked.changedAt());
        cancel("The booking was undone", false, by, at);
    }

    /**
     * Undoes the cancellation for the person who canceled, within ten minutes: the previous status returns.
     *
     * @throws Refused otherwise; the message is for the user
     */
    void undoCancellation(StaffId by, Instant at) {
        if (status != AppointmentStatus.CANCELLED) {
            throw new Refused("This appointment is not canceled, or that was undone");
        }
        var last = changes.getLast();
        UndoRule.require(by, at, last.changedBy(), last.changedAt());
        cancelledLate = false;
        returnToStatusBefore(by, at);
    }

    /** Sets the next status: confirmed, checked in, in treatment, completed or no-show. */
    void mark(AppointmentStatus next, StaffId by, Instant at) {
        if (next == AppointmentStatus.CANCELLED) {
            throw new Refused("Canceling requires a reason");
        }
        become(next, "", by, at);
    }

    /** Completes the appointment and records the statuses that were skipped; does nothing if it is over. */
    void held(StaffId by, Instant at) {
        if (status.isAhead()) {
            mark(AppointmentStatus.ARRIVED, by, at);
        }
        if (status.next().contains(AppointmentStatus.COMPLETED)) {
            mark(AppointmentStatus.COMPLETED, by, at);
        }
    }

    /**
     * Undoes the last status change, which was a mistake: the previous status returns.
     *
     * @throws Refused if the last change is not a status change
     */
    void takeBack(StaffId by, Instant at) {
        if (lastMarkedAt().isEmpty()) {
            throw new Refused("There is no status to undo: the appointment is " + said(status));
        }
        returnToStatusBefore(by, at);
    }

    private void returnToStatusBefore(StaffId by, Instant at) {
        var mistaken = status;
        status = changes.get(changes.size() - 2).status();
        noted(ChangeDetail.TAKEN_BACK, by, at);
        tell(
                ConsultationChanged.Deed.TAKEN_BACK,
                patient -> new AppointmentEvent.MarkUndone(id(), patient, type, startsOn, mistaken));
    }

    /** Returns when the status was last changed, if that is the last change; otherwise empty. */
    Optional<Instant> lastMarkedAt() {
        if (changes.size() < 2) {
            return Optional.empty();
        }
        var last = changes.getLast();
        return last.detail().isEmpty()
                        && last.status() != changes.get(changes.size() - 2).status()
                ? Optional.of(last.changedAt())
                : Optional.empty();
    }

    private void become(AppointmentStatus next, String detail, StaffId by, Instant at) {
        if (!status.next().contains(next)) {
            throw new Refused("An appointment that is " + said(status) + " cannot become " + said(next) + ". Possible: "
                    + possible());
        }
        status = next;
        noted(detail, by, at);
        tell(ConsultationChanged.Deed.MARKED, patient -> new AppointmentEvent.Marked(id(), patient, next));
    }

    private String possible() {
        return status.next().isEmpty()
                ? "nothing, it is over"
                : status.next().stream().map(Appointment::said).collect(Collectors.joining(", "));
    }

    private static String said(AppointmentStatus status) {
        return status.label().toLowerCase(Locale.ROOT);
    }

    private void noted(String detail, StaffId by, Instant at) {
        noted(detail, null, by, at);
    }

    private void noted(String detail, @Nullable TimeSlot before, StaffId by, Instant at) {
        changes.add(new AppointmentNote(status, detail, before, by, at));
        registerEvent(new AppointmentChanged(clinicId));
    }

    AppointmentId id() {
        return new AppointmentId(id);
    }

    ClinicId clinic() {
        return clinicId;
    }

    StaffId practitioner() {
        return practitionerId;
    }

    AppointmentType type() {
        return type;
    }

    boolean isOfLead() {
        return subjectKind == SubjectKind.LEAD;
    }

    /** Returns the lead of a lead's consultation. */
    LeadId lead() {
        if (!isOfLead()) {
            throw new IllegalStateException("A patient's appointment has no lead");
        }
        return new LeadId(subjectId);
    }

    PatientId patient() {
        if (isOfLead()) {
            throw new IllegalStateException("A lead's consultation has no patient yet");
        }
        return new PatientId(subjectId);
    }

    LocalDate on() {
        return startsOn;
    }

    TimeSlot timeSlot() {
        return new TimeSlot(practitionerId, roomId, startsOn, startsAt, minutes, bufferMinutes);
    }

    AppointmentStatus status() {
        return status;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Appointment() {}
}
