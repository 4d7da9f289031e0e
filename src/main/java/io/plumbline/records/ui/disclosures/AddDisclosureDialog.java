package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.disclosures.DisclosureDraft;
import io.plumbline.records.disclosures.DisclosureField;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Adds a disclosure to the register. */
class AddDisclosureDialog extends Composite<Dialog> {
    private static final String TIMES_RANGE = "1 to 9999, a whole number";

    private final DisclosureService disclosures;
    private final Runnable added;
    private final TextField patient = new PatientNumberField();
    private final DatePicker disclosedOn = Days.field("Disclosed on");
    private final WholeNumber times =
            new WholeNumber("How often", 1, DisclosureDraft.MOST_TIMES, 1, false, TIMES_RANGE);
    private final DatePicker lastOn = Days.field("Last on");
    private final TextField recipient = new TextField("Who received it");
    private final TextField address = new TextField("Address, if known");
    private final TextArea what = new TextArea("What was disclosed");
    private final TextArea purpose = new TextArea("Purpose");
    private final Div messages = new Div();

    AddDisclosureDialog(DisclosureService disclosures, LocalDate today, String number, Runnable added) {
        this.disclosures = disclosures;
        this.added = added;
        patient.setValue(number);
        disclosedOn.setMax(today);
        disclosedOn.setValue(today);
        lastOn.setMax(today);
        times.field().setHelperText("The same to the same recipient for the same purpose");
        times.field().addValueChangeListener(e -> showLast());
        times.show(1);
        recipient.setMaxLength(DisclosureDraft.LONGEST_RECIPIENT);
        recipient.setHelperText("The organization or person, such as a court or a health department");
        address.setMaxLength(DisclosureDraft.LONGEST_ADDRESS);
        what.setMaxLength(DisclosureDraft.LONGEST_TEXT);
        what.setHelperText("In brief, such as: session notes of March 2026");
        purpose.setMaxLength(DisclosureDraft.LONGEST_TEXT);
        purpose.setHelperText("Or the request in writing to which it answers");
        Stream.of(patient, recipient, address).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setWidthFull();
        });
        Stream.of(what, purpose).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        });
        Stream.of(patient, recipient).forEach(field -> field.setRequiredIndicatorVisible(true));
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Add disclosure",
                this::isTyped,
                new Button("Add", e -> add()),
                messages,
                patient,
                Ui.div("cluster", disclosedOn, times.field(), lastOn),
                recipient,
                address,
                what,
                purpose);
    }

    private boolean isTyped() {
        return Stream.of(recipient, address).anyMatch(field -> !field.isEmpty())
                || Stream.of(what, purpose).anyMatch(field -> !field.isEmpty());
    }

    private boolean isRepeated() {
        var often = times.value();
        return often != null && often > 1;
    }

    private void showLast() {
        lastOn.setVisible(isRepeated());
        disclosedOn.setLabel(isRepeated() ? "First on" : "Disclosed on");
    }

    void open() {
        getContent().open();
    }

    private void add() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(patient, "Enter the number of the patient");
        wrong.refuseEmpty(disclosedOn, "Choose the day");
        wrong.refuse(times.field(), times.isWrong(), TIMES_RANGE);
        wrong.refuseEmpty(recipient, "Enter who received it");
        wrong.refuseEmpty(what, "Enter what was disclosed");
        wrong.refuseEmpty(purpose, "Enter the purpose");
        if (!wrong.areNone()) {
            return;
        }
        var isAdded = Attempt.showing(messages)
                .at(DisclosureField.PATIENT, patient)
                .at(DisclosureField.DISCLOSED_ON, disclosedOn)
                .at(DisclosureField.TIMES, times.field())
                .at(DisclosureField.LAST_ON, lastOn)
                .at(DisclosureField.RECIPIENT, recipient)
                .at(DisclosureField.ADDRESS, address)
                .at(DisclosureField.WHAT, what)
                .at(DisclosureField.PURPOSE, purpose)
                .run(() -> disclosures.add(new DisclosureDraft(
                        patient.getValue(),
                        disclosedOn.getValue(),
                        Objects.requireNonNull(times.value()),
                        isRepeated() ? lastOn.getValue() : null,
                        recipient.getValue(),
                        address.getValue(),
                        what.getValue(),
                        purpose.getValue())));
        if (isAdded) {
            getContent().close();
            added.run();
        }
    }
}
