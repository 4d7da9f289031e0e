package io.plumbline.shared.ui.patient;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

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
}
