package io.plumbline.orders.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderField;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.WholeNumber;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a clinician what comes next: the desk gets it now, or with the signature of the note. */
class OrderDialog extends Composite<Dialog> {
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
    private final Select<OrderKind> kind = new Select<>();
    private final Select<How> how = new Select<>();
    private final WholeNumber count = new WholeNumber("How many", 0, Wanted.MOST, 1, false, "0 to " + Wanted.MOST);
    private final DatePicker day = Days.field("Last day");
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final TextField line = new TextField("Line for the desk");
    private final Checkbox withSignature = new Checkbox("Send it when I sign the note");
    private final Div messages = new Div();
    private final List<Object> proposed;

    OrderDialog(
            OrderService orders, PatientId patient, OrderSource source, OrderService.Choice choice, Runnable placed) {
        this.orders = orders;
        this.patient = patient;
        this.source = source;
        this.choice = choice;
        this.placed = placed;
        kind.setLabel("What");
        kind.setItems(choice.kinds());
        kind.setItemLabelGenerator(OrderKind::label);
        kind.addValueChangeListener(e -> offer());
        how.setLabel("When");
        how.setItems(How.values());
        how.setItemLabelGenerator(one -> one.label);
        how.addValueChangeListener(e -> offer());
        practitioner.setLabel("With");
        practitioner.setEmptySelectionAllowed(true);
        practitioner.setEmptySelectionCaption("Anybody");
        practitioner.setPlaceholder("Anybody");
        practitioner.setItemLabelGenerator(label -> label == null ? "Anybody" : label.name());
        line.setMaxLength(OrderDraft.LONGEST_LINE);
        line.setValueChangeMode(ValueChangeMode.EAGER);
        line.setHelperText(
                "The desk reads this: such as “mornings only”. No findings, diagnosis or other health details");
        withSignature.setVisible(choice.isUnsigned());
        withSignature.setValue(choice.isUnsigned());
        propose(choice.proposed());
        proposed = chosen();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Order for the desk",
                () -> !chosen().equals(proposed),
                new Button("Place the order", e -> place()),
                messages,
                kind,
                how,
                count.field(),
                day,
                practitioner,
                line,
                withSignature);
    }

    void open() {
        getContent().open();
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

    private List<Object> chosen() {
        return Arrays.asList(
                Optional.ofNullable(kind.getValue()),
                Optional.ofNullable(how.getValue()),
                count.field().getValue(),
                Optional.ofNullable(day.getValue()),
                Optional.ofNullable(practitioner.getValue()),
                line.getValue(),
                withSignature.getValue());
    }

    private void place() {
        messages.removeAll();
        if (count.field().isVisible() && count.isWrong()) {
            count.field().focus();
            return;
        }
        var attempt = Attempt.showing(messages)
                .at(OrderField.KIND, kind)
                .at(OrderField.PRACTITIONER, practitioner)
                .at(OrderField.DESK_LINE, line)
                .ifNotAvailable("This record is no longer available to you. Keep a copy of what you typed");
        if (how.getValue() == How.BY) {
            attempt.at(OrderField.WANTED, day);
        } else {
            attempt.at(OrderField.WANTED, count.field());
        }
        attempt.run(() -> {
            orders.place(patient, source, draft(), withSignature.getValue());
            getContent().close();
            Toast.done(withSignature.getValue() ? "The desk gets the order when you sign" : "The desk has the order");
            placed.run();
        });
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
