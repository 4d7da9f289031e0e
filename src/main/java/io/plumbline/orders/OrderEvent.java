package io.plumbline.orders;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Checkout order events for the audit trail. */
public sealed interface OrderEvent extends Recorded, VisibleChange {
    OrderId order();

    @Override
    PatientId patient();

    @Override
    default UUID subject() {
        return order().value();
    }

    @Override
    default boolean isVisible() {
        return !isView();
    }

    /** An order was chosen; the signature of its note sends it to the desk. */
    record Prepared(OrderId order, PatientId patient, ClinicId clinic, OrderKind what) implements OrderEvent {
        @Override
        public String detail() {
            return what.name();
        }
    }

    /** An order went to the desk. */
    record Placed(OrderId order, PatientId patient, ClinicId clinic, OrderKind what) implements OrderEvent {
        @Override
        public String detail() {
            return what.name();
        }
    }

    /** The visit that was ordered is booked. */
    record Booked(OrderId order, PatientId patient, AppointmentId appointment) implements OrderEvent {
        @Override
        public String detail() {
            return "appointment " + appointment;
        }
    }

    /** The appointment of an order was canceled, so that the order is open again. */
    record Reopened(OrderId order, PatientId patient, AppointmentId appointment) implements OrderEvent {
        @Override
        public String detail() {
            return "appointment " + appointment + " was canceled";
        }
    }

    /** The patient has the home program. */
    record HandedOver(OrderId order, PatientId patient) implements OrderEvent {}

    /** The patient was called. */
    record Called(OrderId order, PatientId patient) implements OrderEvent {}

    /** The desk declined an order. */
    record Declined(OrderId order, PatientId patient, OrderDeclineReason reason) implements OrderEvent {
        @Override
        public String detail() {
            return reason.name();
        }
    }

    /** A clinician took an order back. */
    record Withdrawn(OrderId order, PatientId patient) implements OrderEvent {}

    /** An order was viewed. */
    @StoredKind("order.opened")
    record Viewed(OrderId order, PatientId patient) implements OrderEvent, Recorded.View {}
}
