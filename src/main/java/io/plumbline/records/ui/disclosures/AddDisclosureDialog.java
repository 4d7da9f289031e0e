package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.plumbline.records.disclosures.DisclosureDraft;
import io.plumbline.records.disclosures.DisclosureField;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.WholeNumber;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.Objects;

/** Adds a disclosure to the register. */
class AddDisclosureDialog {
    private static final String TIMES_RANGE = "1 to 9999, a whole number";

    private final FormDialog form = RegisterScreen.form("Add disclosure");
    private final DatePicker disclosedOn = Days.field("Disclosed on");
    private final WholeNumber times =
            new WholeNumber("How often", 1, DisclosureDraft.MOST_TIMES, 1, false, TIMES_RANGE);
    private final DatePicker lastOn = Days.field("Last on");

    /**
     * Opens the dialog.
     *
     * @param number the number of the patient; may be empty
     * @param added runs after the disclosure was added
     */
    void open(DisclosureService disclosures, LocalDate today, String number, Runnable added) {
        var patient = PatientNumberField.in(form, DisclosureField.PATIENT, number);
        addDays(today);
        var recipient = form.required(
                UiFields.line("Who received it", DisclosureDraft.LONGEST_RECIPIENT), "Enter who received it");
        recipient.setHelperText("The organization or person, such as a court or a health department");
        var address = form.optional(UiFields.line("Address, if known", DisclosureDraft.LONGEST_ADDRESS));
        var what = form.required(
                UiFields.area("What was disclosed", DisclosureDraft.LONGEST_TEXT), "Enter what was disclosed");
        what.setHelperText("In brief, such as: session notes of March 2026");
        var purpose = form.required(UiFields.area("Purpose", DisclosureDraft.LONGEST_TEXT), "Enter the purpose");
        purpose.setHelperText("Or the request in writing to which it answers");
        form.at(DisclosureField.RECIPIENT, recipient)
                .at(DisclosureField.ADDRESS, address)
                .at(DisclosureField.WHAT, what)
                .at(DisclosureField.PURPOSE, purpose)
                .open(
                        "Add",
                        () -> disclosures.add(new DisclosureDraft(
                                patient.getValue(),
                                disclosedOn.getValue(),
                                Objects.requireNonNull(times.value()),
                                isRepeated() ? lastOn.getValue() : null,
                                recipient.getValue(),
                                address.getValue(),
                                what.getValue(),
                                purpose.getValue())),
                        added);
    }

    private void addDays(LocalDate today) {
        disclosedOn.setMax(today);
        disclosedOn.setValue(today);
        lastOn.setMax(today);
        times.field().setHelperText("The same to the same recipient for the same purpose");
        times.field().addValueChangeListener(e -> showLast());
        times.show(1);
        form.required(disclosedOn, "Choose the day");
        form.check(wrong -> wrong.refuse(times.field(), times.isWrong(), TIMES_RANGE))
                .at(DisclosureField.DISCLOSED_ON, disclosedOn)
                .at(DisclosureField.TIMES, times.field())
                .at(DisclosureField.LAST_ON, lastOn)
                .add(Ui.div("cluster", disclosedOn, times.field(), lastOn));
    }

    private boolean isRepeated() {
        var often = times.value();
        return often != null && often > 1;
    }

    private void showLast() {
        lastOn.setVisible(isRepeated());
        disclosedOn.setLabel(isRepeated() ? "First on" : "Disclosed on");
    }
}
