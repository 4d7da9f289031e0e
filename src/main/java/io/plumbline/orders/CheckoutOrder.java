package io.plumbline.orders;

import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinician wants next for a patient, from the order to what the desk did with it. */
@Entity
@Table(name = "checkout_order")
class CheckoutOrder extends Aggregate<CheckoutOrder> {
    static final int WORDS = 200;

    /** How far from the wanted day a visit that was booked without naming the order still counts as it. */
    private static final int REACH_DAYS = 7;

    private PatientId patientId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private OrderKind kind;

    private LocalDate wantedOn;
    private boolean deadline;
    private @Nullable StaffId practitionerId;
    private String deskLine;

    @Enumerated(EnumType.STRING)
    private OrderSource.Kind sourceKind;

    private UUID sourceId;
    private StaffId orderedBy;
    private Instant orderedAt;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private Instant statusAt;
    private @Nullable UUID appointmentId;

    /** The appointment that was canceled, in case the cancellation is undone. */
    private @Nullable UUID freedAppointmentId;

    @Enumerated(EnumType.STRING)
    private @Nullable OrderDeclineReason declineReason;

    private String declineWords = "";

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "order_id", nullable = false, updatable = false)
    private List<OrderStep> steps = new ArrayList<>();

    /** Who does something, and when. */
    record Moment(StaffId by, Instant at) {}

    /**
     * Orders something.
     *
     * @param isPrepared whether the signature of its note is to send it to the desk
     * @param today the day at the clinic
     */
    static CheckoutOrder of(
            PatientId patient,
            ClinicId clinic,
            OrderDraft draft,
            OrderSource source,
            boolean isPrepared,
            LocalDate today,
            Moment now) {
        if (isPrepared && source.kind() != OrderSource.Kind.NOTE) {
            throw new Refused("Only an order from a session note can wait for its signature");
        }
        draft.wanted().requireAhead(today);
        var order = new CheckoutOrder();
        order.id = Ids.next();
        order.patientId = patient;
        order.clinicId = clinic;
        order.kind = draft.kind();
        order.wantedOn = draft.wanted().on();
        order.deadline = draft.wanted().isDeadline();
        order.practitionerId = draft.practitioner();
        order.deskLine = draft.deskLine();
        order.sourceKind = source.kind();
        order.sourceId = source.id();
        order.orderedBy = now.by();
        order.orderedAt = now.at();
        order.status = isPrepared ? OrderStatus.PREPARED : OrderStatus.OPEN;
        order.statusAt = now.at();
        order.step(isPrepared ? OrderStepKind.PREPARED : OrderStepKind.PLACED, "", now);
        order.registerEvent(
                isPrepared
                        ? new OrderEvent.Prepared(order.id(), patient, clinic, order.kind)
                        : new OrderEvent.Placed(order.id(), patient, clinic, order.kind));
        return order;
    }

    /** Returns whether it was ordered in the same words. */
    boolean isAs(OrderDraft draft) {
        return draft.equals(new OrderDraft(kind, new Wanted(wantedOn, deadline), practitionerId, deskLine));
    }

    /** Sends a prepared order to the desk. */
    void send(Moment now) {
        requirePrepared();
        become(OrderStatus.OPEN, OrderStepKind.PLACED, "", now);
        orderedAt = now.at();
        registerEvent(new OrderEvent.Placed(id(), patientId, clinicId, kind));
    }

    private void requirePrepared() {
        if (status != OrderStatus.PREPARED) {
            throw new Refused("This order is at the desk already");
        }
    }

    /** Returns whether a visit is what was ordered, though whoever booked it did not name the order. */
    boolean isMetBy(AppointmentType type, StaffId practitioner, LocalDate on) {
        return status == OrderStatus.OPEN
                && kind.bookedAs() == type
                && (practitionerId == null || practitionerId.equals(practitioner))
                && distanceTo(on) <= REACH_DAYS;
    }

    /** Returns how many days a visit is away from the wanted day. */
    long distanceTo(LocalDate on) {
        return Math.abs(ChronoUnit.DAYS.between(wantedOn, on));
    }

    /** @throws Refused if the visit is of another patient, clinic or service than the order */
    void requireFor(Collection<PatientId> records, ClinicId clinic, AppointmentType type) {
        if (!records.contains(patientId) || !clinicId.equals(clinic)) {
            throw new Refused("The checkout order is of another patient or clinic");
        }
        if (kind.bookedAs() != type) {
            throw new Refused("The order is for " + kind.label().toLowerCase(Locale.ROOT)
                    + ". Choose that service, or decline the order and book without it");
        }
    }

    void book(AppointmentId as, Moment now) {
        become(OrderStatus.BOOKED, OrderStepKind.BOOKED, "", now);
        appointmentId = as.value();
        registerEvent(new OrderEvent.Booked(id(), patientId, as));
    }

    /** Opens the order again after its appointment was canceled. */
    void free(Moment now) {
        var was = new AppointmentId(Objects.requireNonNull(appointmentId));
        become(OrderStatus.OPEN, OrderStepKind.REOPENED, "", now);
        freedAppointmentId = was.value();
        appointmentId = null;
        registerEvent(new OrderEvent.Reopened(id(), patientId, was));
    }

    /** Takes the appointment again whose cancellation was undone, unless something else became of the order. */
    void retake(AppointmentId as, Moment now) {
        if (status != OrderStatus.OPEN || !as.value().equals(freedAppointmentId)) {
            return;
        }
        become(OrderStatus.BOOKED, OrderStepKind.BOOKED_AGAIN, "", now);
        appointmentId = as.value();
        freedAppointmentId = null;
        registerEvent(new OrderEvent.Booked(id(), patientId, as));
    }

    /** Records that the patient has the home program, or was called. */
    void handOver(Moment now) {
        switch (kind) {
            case HOME_PROGRAM -> {
                become(OrderStatus.DONE, OrderStepKind.DONE, "", now);
                registerEvent(new OrderEvent.HandedOver(id(), patientId));
            }
            case FOLLOW_UP_CALL -> {
                become(OrderStatus.DONE, OrderStepKind.CALLED, "", now);
                registerEvent(new OrderEvent.Called(id(), patientId));
            }
            case ADJUSTMENT, MASSAGE, EXERCISE, RE_EVALUATION ->
                throw new Refused("Only a home program is handed over. Book this order, or decline it");
        }
    }

    void decline(OrderDeclineReason reason, String words, Moment now) {
        if (words.strip().length() > WORDS) {
            throw new Refused(OrderField.WORDS, "The words have at most " + WORDS + " characters");
        }
        var kept = TextLimit.optional("The words", words, WORDS);
        if (reason == OrderDeclineReason.OTHER && TextLimit.isBlank(kept)) {
            throw new Refused(OrderField.WORDS, "Enter the reason for the clinician");
        }
        become(
                OrderStatus.DECLINED,
                OrderStepKind.DECLINED,
                kept.isEmpty() ? reason.label() : reason.label() + ". " + kept,
                now);
        declineReason = reason;
        declineWords = kept;
        registerEvent(new OrderEvent.Declined(id(), patientId, reason));
    }

    void withdraw(Moment now) {
        become(OrderStatus.WITHDRAWN, OrderStepKind.WITHDRAWN, "", now);
        registerEvent(new OrderEvent.Withdrawn(id(), patientId));
    }

    private void become(OrderStatus next, OrderStepKind as, String words, Moment now) {
        if (!status.next().contains(next)) {
            throw new Refused(
                    status == OrderStatus.BOOKED
                            ? "This order is booked. Cancel its appointment first"
                            : "This order is " + status.label().toLowerCase(Locale.ROOT)
                                    + ", so it can no longer become "
                                    + next.label().toLowerCase(Locale.ROOT));
        }
        status = next;
        statusAt = now.at();
        step(as, words, now);
    }

    private void step(OrderStepKind as, String words, Moment now) {
        steps.add(new OrderStep(as, now.by(), now.at(), words));
        // the day list shows what is open
        registerEvent(new AppointmentChanged(clinicId));
    }

    OrderId id() {
        return new OrderId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    OrderStatus status() {
        return status;
    }

    String label() {
        return kind.label();
    }

    Wanted wanted() {
        return new Wanted(wantedOn, deadline);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected CheckoutOrder() {}
}
