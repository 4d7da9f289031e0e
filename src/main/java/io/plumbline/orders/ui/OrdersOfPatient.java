package io.plumbline.orders.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.access.AtClinic;
import io.plumbline.orders.OrderListService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Beside the overview of a patient: what the desk has not dealt with yet, and for clinicians what became of the rest. */
@Order(22)
@org.springframework.stereotype.Component
class OrdersOfPatient implements PatientSection {
    private final OrderListService lists;
    private final OrderActions actions;

    OrdersOfPatient(OrderListService lists, OrderActions actions) {
        this.lists = lists;
        this.actions = actions;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (!AtClinic.may(Permission.ORDER_READ, patient.clinics())) {
            return Optional.empty();
        }
        var current = lists.currentOf(patient);
        return current.isEmpty()
                ? Optional.empty()
                : Optional.of(Ui.railPart(
                        "Checkout orders",
                        new OrderLines(actions, patient.clinical() != null, () -> lists.currentOf(patient))
                                .show(current, "No open orders.")));
    }
}
