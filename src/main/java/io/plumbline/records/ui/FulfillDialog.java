package io.plumbline.records.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.AccessRequestField;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** Asks when and how a record was delivered to the requester. */
class FulfillDialog extends Composite<Dialog> {
    private static final int LONGEST = 200;

    private final DatePicker on = Days.field("Delivered on");
    private final TextField how = new TextField("How it was delivered");
    private final Div messages = new Div();
    private final BiConsumer<LocalDate, String> fulfill;
    private final Runnable done;

    /** @param fulfill closes the request */
    FulfillDialog(LocalDate received, LocalDate today, BiConsumer<LocalDate, String> fulfill, Runnable done) {
        this.fulfill = fulfill;
        this.done = done;
        on.setMin(received);
        on.setMax(today);
        on.setValue(today);
        how.setMaxLength(LONGEST);
        how.setValueChangeMode(ValueChangeMode.EAGER);
        how.setHelperText("Such as: on a USB stick, by hand at the desk");
        how.setRequiredIndicatorVisible(true);
        how.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Mark as fulfilled",
                () -> !how.isEmpty(),
                new Button("Mark as fulfilled", e -> close()),
                messages,
                on,
                how);
    }

    void open() {
        getContent().open();
    }

    private void close() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(on, "Choose the day");
        wrong.refuseEmpty(how, "Enter how it was delivered");
        if (wrong.areNone()
                && Attempt.showing(messages)
                        .at(AccessRequestField.DELIVERED_ON, on)
                        .at(AccessRequestField.DELIVERY, how)
                        .run(() -> fulfill.accept(on.getValue(), how.getValue()))) {
            getContent().close();
            done.run();
        }
    }
}
