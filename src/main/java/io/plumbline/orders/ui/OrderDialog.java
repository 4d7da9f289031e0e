package io.plumbline.orders.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderField;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.WholeNumber;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a clinician what comes next: the desk gets it now, or with the signature of the note. */
final class OrderDialog {
    private static final int WEEK = 7;

    /** How the day is said. */
    private enum How {
        IN_WEEKS("In weeks", Wanted.Unit.WEEKS),
        IN_DAYS("In days", Wanted.Unit.DAYS),
        BY("By a date", null);

        private final String label;
        private final Wanted.@Nullable Unit unit;

        How(String label, Wanted.@Nullable Unit unit) {
            this.label = label;
            this.unit = unit;
        }
    }

    private final OrderService orders;
    private final PatientId patient;
    private final OrderSource source;
    private final OrderService.Choice choice;
    private final Runnable placed;
    private final FormDialog form = Dialogs.form("Order for the desk").about("record");
    private final Select<OrderKind> kind;
    private final Select<How> how = UiFields.choice("When", How.values(), one -> one.label);
    private final WholeNumber count = new WholeNumber("How many", 0, Wanted.MOST, 1, false, "0 to " + Wanted.MOST);
    private final DatePicker day = Days.field("Last day");
    private final Select<PractitionerLabel> practitioner =
            UiFields.optional("With", "Anybody", List.of(), PractitionerLabel::name);
    private final TextField line = UiFields.line("Line for the desk", OrderDraft.LONGEST_LINE);
    private final Checkbox withSignature = new Checkbox("Send it when I sign the note");

    OrderDialog(
            OrderService orders, PatientId patient, OrderSource source, OrderService.Choice choice, Runnable placed) {
        this.orders = orders;
        this.patient = patient;
        this.source = source;
        this.choice = choice;
        this.placed = placed;
        kind = UiFields.choice("What", choice.kinds(), OrderKind::label);
        kind.addValueChangeListener(e -> offer());
        how.addValueChangeListener(e -> offer());
        line.setHelperText(
                "The desk reads this: such as “mornings only”. No findings, diagnosis or other health details");
        withSignature.setVisible(choice.isUnsigned());
        withSignature.setValue(choice.isUnsigned());
        propose(choice.proposed());
        form.add(kind, how, count.field(), day, practitioner, line, withSignature)
                .check(wrong -> wrong.refuse(
                        count.field(), count.field().isVisible() && count.isWrong(), "0 to " + Wanted.MOST))
                .at(OrderField.KIND, kind)
                .at(OrderField.PRACTITIONER, practitioner)
                .at(OrderField.DESK_LINE, line);
    }

    void open() {
        form.open("Place the order", this::place, () -> {
            Toast.done(withSignature.getValue() ? "The desk gets the order when you sign" : "The desk has the order");
            placed.run();
        });
    }

    private void propose(OrderDraft draft) {
        var days = (int) ChronoUnit.DAYS.between(choice.today(), draft.wanted().on());
        var isWeeks = days % WEEK == 0;
        how.setValue(isWeeks ? How.IN_WEEKS : How.IN_DAYS);
        count.show(isWeeks ? days / WEEK : days);
        day.setMin(choice.today());
        kind.setValue(draft.kind());
        choice.practitioners().stream()
                .filter(label -> label.id().equals(draft.practitioner()))
                .findFirst()
                .ifPresent(practitioner::setValue);
    }

    /** Offers the fields that the chosen service needs. */
    private void offer() {
        var service = kind.getValue() == null ? null : kind.getValue().bookedAs();
        var isBooked = service != null;
        how.setVisible(isBooked);
        count.field().setVisible(isBooked && how.getValue() != How.BY);
        day.setVisible(isBooked && how.getValue() == How.BY);
        practitioner.setVisible(isBooked);
        var before = practitioner.getValue();
        var able = choice.practitioners().stream()
                .filter(label -> service == null
                        || service.discipline() == null
                        || label.disciplines().contains(service.discipline()))
                .toList();
        practitioner.setItems(able);
        if (before != null && able.contains(before)) {
            practitioner.setValue(before);
        }
    }

    private void place() {
        if (how.getValue() == How.BY) {
            form.at(OrderField.WANTED, day);
        } else {
            form.at(OrderField.WANTED, count.field());
        }
        orders.place(patient, source, draft(), withSignature.getValue());
    }

    private OrderDraft draft() {
        var isBooked = kind.getValue().bookedAs() != null;
        var with = practitioner.getValue();
        return new OrderDraft(
                kind.getValue(), wanted(isBooked), isBooked && with != null ? with.id() : null, line.getValue());
    }

    private Wanted wanted(boolean isBooked) {
        if (!isBooked) {
            return Wanted.by(choice.today());
        }
        var unit = how.getValue().unit;
        return unit == null ? Wanted.by(day.getValue()) : Wanted.in(count.value(), unit, choice.today());
    }
}
