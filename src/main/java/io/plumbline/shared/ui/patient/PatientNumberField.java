package io.plumbline.shared.ui.patient;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.ui.FormDialog;

/** The field of a patient number, for people who may know a patient by number only. */
public final class PatientNumberField extends TextField {
    /** Creates an empty field. */
    public PatientNumberField() {
        super("Patient number");
        setPlaceholder("P-1042");
        setMaxLength(20);
        setWidth("min(240px, 100%)");
        setValueChangeMode(ValueChangeMode.EAGER);
    }

    /**
     * Adds the field to a form, which needs the number.
     *
     * @param at the field of the service at which a refusal names this one
     * @param number what it shows at first; may be empty
     */
    public static PatientNumberField in(FormDialog form, Enum<?> at, String number) {
        var field = form.required(new PatientNumberField(), "Enter the number of the patient");
        field.setValue(number);
        field.setWidthFull();
        form.at(at, field);
        return field;
    }
}
