package io.plumbline.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.AtClinic;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderRow;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.OrderStatus;
import io.plumbline.patients.DeskOrders;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Shows orders beside notes, plans and visits. */
@org.springframework.stereotype.Component
class DeskOrderParts implements DeskOrders {
    private static final String TITLE = "For the desk";
    private static final String NONE = "Nothing ordered.";

    private final OrderService orders;
    private final OrderListService lists;
    private final OrderActions actions;

    DeskOrderParts(OrderService orders, OrderListService lists, OrderActions actions) {
        this.orders = orders;
        this.lists = lists;
        this.actions = actions;
    }

    @Override
    public Optional<Component> afterNote(NoteId note, PatientId patient) {
        return CurrentUser.may(Permission.ORDER_PLACE)
                ? Optional.of(Ui.railPart(TITLE, placing(patient, OrderSource.of(note))))
                : Optional.empty();
    }

    @Override
    public Optional<Component> afterPlan(PlanId plan, PatientId patient) {
        return CurrentUser.may(Permission.ORDER_PLACE)
                ? Optional.of(Ui.card(TITLE, placing(patient, OrderSource.of(plan))))
                : Optional.empty();
    }

    @Override
    public Optional<Component> besideVisit(AppointmentId visit, PatientId patient, ClinicId clinic, boolean isOwn) {
        if (AtClinic.may(Permission.ORDER_WORK, clinic)) {
            var open = lists.openAt(clinic, patient);
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Ui.div(
                            "panel-part",
                            Ui.text("strong small", "Checkout orders"),
                            new OrderLines(actions, false, () -> lists.openAt(clinic, patient))
                                    .show(open, "No open orders.")));
        }
        return isOwn && AtClinic.may(Permission.ORDER_PLACE, clinic)
                ? Optional.of(
                        Ui.div("panel-part", Ui.text("strong small", TITLE), placing(patient, OrderSource.of(visit))))
                : Optional.empty();
    }

    private Component placing(PatientId patient, OrderSource source) {
        var lines = new OrderLines(actions, true, () -> lists.findBySource(patient, source));
        lines.refresh(NONE);
        var order = new Button(
                "Order for the desk…",
                e -> Attempt.telling(Toast::warn).about("record").run(() -> new OrderDialog(
                                orders, patient, source, orders.choice(patient, source), () -> lines.refresh(NONE))
                        .open()));
        return Ui.div("stack-2", lines, Ui.div("cluster", order));
    }

    @Override
    public Map<PatientId, Integer> countOpen(ClinicId clinic, Collection<PatientId> patients) {
        return AtClinic.may(Permission.ORDER_WORK, clinic) ? lists.countOpenAt(clinic, patients) : Map.of();
    }

    @Override
    public Optional<String> words(OrderId order) {
        return lists.open(order)
                .map(found -> found.row())
                .filter(row -> row.status() == OrderStatus.OPEN)
                .map((OrderRow row) -> "Ordered by " + row.orderedBy() + ": " + OrderWords.what(row)
                        + (row.deskLine().isEmpty() ? "" : ". " + row.deskLine()));
    }
}
