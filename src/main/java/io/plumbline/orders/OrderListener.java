package io.plumbline.orders;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.FollowUpAgreed;
import io.plumbline.notes.NoteEvent;
import io.plumbline.orders.CheckoutOrder.Moment;
import io.plumbline.schedule.AppointmentEvent;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OrderId;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders on with the signature of a note and with the appointments, in the transaction of each. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderListener {
    private final CheckoutOrders orders;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    OrderListener(CheckoutOrders orders, PatientRecords records, ClinicService clinics, Clock clock) {
        this.orders = orders;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** @throws Refused if the order that the booking names is of something else, or no longer open */
    @EventListener
    void on(AppointmentEvent.Booked event) {
        var named = event.order();
        var order = named == null ? met(event) : Optional.of(open(named));
        order.ifPresent(found -> {
            found.requireFor(records.of(event.patient()), event.clinic(), event.type());
            found.book(event.appointment(), now());
            orders.saveAndFlush(found);
        });
    }

    /** Returns the open order that is nearest to a visit, in case it was booked without looking at the orders. */
    private Optional<CheckoutOrder> met(AppointmentEvent.Booked event) {
        orders.lockOpenOf(records.of(event.patient()));
        return orders.openOf(records.of(event.patient())).stream()
                .filter(order -> order.clinic().equals(event.clinic()))
                .filter(order -> order.isMetBy(event.type(), event.practitioner(), event.on()))
                .min(Comparator.comparing(order -> order.distanceTo(event.on())));
    }

    private CheckoutOrder open(OrderId id) {
        orders.lock(id.value());
        var order = orders.findById(id.value()).orElseThrow(NotAvailable::new);
        if (order.status() != OrderStatus.OPEN) {
            throw new Refused("This order is no longer open. Close this form to see what became of it");
        }
        return order;
    }

    @EventListener
    void on(AppointmentEvent.Marked event) {
        if (event.status() == AppointmentStatus.CANCELLED) {
            change(orders.bookedAs(event.appointment().value()), CheckoutOrder::free);
        }
    }

    @EventListener
    void on(AppointmentEvent.MarkUndone event) {
        if (event.mistaken() == AppointmentStatus.CANCELLED) {
            change(
                    orders.freedFrom(event.appointment().value()),
                    (order, now) -> order.retake(event.appointment(), now));
        }
    }

    @EventListener
    void on(NoteEvent.Signed event) {
        change(event.note(), OrderStatus.PREPARED, CheckoutOrder::send);
    }

    @EventListener
    void on(NoteEvent.Discarded event) {
        change(event.note(), OrderStatus.PREPARED, CheckoutOrder::withdraw);
    }

    /** Another clinician writes the note now, and orders what they want. */
    @EventListener
    void on(NoteEvent.HandedOver event) {
        change(event.note(), OrderStatus.PREPARED, CheckoutOrder::withdraw);
    }

    /** The desk does not book what was ordered in the wrong record; what it has booked, it cancels itself. */
    @EventListener
    void on(NoteEvent.EnteredInError event) {
        change(event.note(), OrderStatus.OPEN, CheckoutOrder::withdraw);
    }

    /** The desk calls on the day that the note says; what about, only those read who treat the patient. */
    @EventListener
    void on(FollowUpAgreed event) {
        var draft = new OrderDraft(OrderKind.FOLLOW_UP_CALL, new Wanted(event.on(), false), null, "");
        orders.saveAndFlush(CheckoutOrder.of(
                event.patient(),
                event.clinic(),
                draft,
                OrderSource.of(event.note()),
                false,
                clinics.todayAt(event.clinic()),
                now()));
    }

    private void change(NoteId note, OrderStatus status, BiConsumer<CheckoutOrder, Moment> what) {
        orders.ofNote(note.value(), status).forEach(order -> change(Optional.of(order), what));
    }

    private void change(Optional<CheckoutOrder> order, BiConsumer<CheckoutOrder, Moment> what) {
        order.ifPresent(found -> {
            what.accept(found, now());
            orders.saveAndFlush(found);
        });
    }

    private Moment now() {
        return new Moment(CurrentUser.current().staff(), clock.instant());
    }
}
