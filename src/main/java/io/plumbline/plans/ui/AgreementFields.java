package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientAgreement.Way;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.SignaturePad;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Locale;

/** Asks who agreed to care, how and when; with a box to sign in if they sign on this screen. */
class AgreementFields extends Composite<Div> {
    private final LocalDate today;
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final TextField by = new TextField("Who agreed");
    private final DatePicker on = Days.field("Agreed on");
    private final SignaturePad pad = new SignaturePad();

    /**
     * @param label what the patient agreed to, as a sentence
     * @param patientName who agrees unless somebody else decides for them
     */
    AgreementFields(String label, String patientName, LocalDate today) {
        this.today = today;
        way.setLabel(label);
        way.setItems(Way.values());
        way.setItemLabelGenerator(Way::label);
        way.addValueChangeListener(e -> showWay());
        by.setMaxLength(PatientAgreement.LONGEST_NAME);
        by.setValue(patientName);
        by.setHelperText("The patient, or who decides for them");
        on.setMax(today);
        on.setValue(today);
        getContent().addClassName("stack-2");
        getContent().add(way, by, on, pad);
        showWay();
    }

    /** Shows an agreement as it was recorded. */
    static Component show(PatientAgreement agreement) {
        var part = Ui.div("stack-1", Ui.text("small", words(agreement)));
        if (agreement.signature() != null) {
            part.add(SignaturePad.show(agreement.signature(), "Signature of " + agreement.by()));
        }
        return part;
    }

    private static String words(PatientAgreement agreement) {
        return (agreement.by().isEmpty() ? "The patient" : agreement.by()) + " agreed"
                + (agreement.on() == null ? "" : " on " + Dates.dayAndYear(agreement.on())) + ": "
                + agreement.way().label().toLowerCase(Locale.ROOT);
    }

    private void showWay() {
        var signs = way.getValue() == Way.SIGNED;
        pad.setVisible(signs);
        on.setVisible(!signs && !way.isEmpty());
        by.setVisible(!way.isEmpty());
    }

    /** Returns whether something was entered that closing would lose. */
    boolean isTyped() {
        return !way.isEmpty();
    }

    /** Marks what is missing. */
    void refuseIncomplete(FormErrors wrong) {
        if (wrong.refuse(way, way.isEmpty(), "Choose how the patient agreed")) {
            return;
        }
        wrong.refuseEmpty(by, "Enter who agreed");
        if (way.getValue() == Way.SIGNED) {
            var drawn = Attempt.read(pad::read);
            wrong.refuse(
                    way,
                    drawn.isError() || pad.isEmpty(),
                    drawn.getMessage().orElse("Sign in the box, or choose how else the patient agreed"));
        } else {
            wrong.refuseEmpty(on, "Choose the day of the agreement");
        }
    }

    /** Returns what was entered, complete. */
    PatientAgreement read() {
        return way.getValue() == Way.SIGNED
                ? PatientAgreement.of(Way.SIGNED, by.getValue(), today, pad.read())
                : PatientAgreement.of(way.getValue(), by.getValue(), on.getValue(), null);
    }
}
