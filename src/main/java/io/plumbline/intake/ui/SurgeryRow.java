package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A surgery with its date, which asks which surgery it was. */
class SurgeryRow implements RowFields.Row<Surgery> {
    private final TextField what;
    private final DatePicker on;
    private final Div fields;

    SurgeryRow(int number, LocalDate today, Runnable changed) {
        what = HistoryFields.line("Surgery " + number, Surgery.MOST, changed);
        on = Days.field("Date of surgery " + number);
        on.setMax(today);
        on.addValueChangeListener(e -> changed.run());
        what.setManualValidation(true);
        what.setErrorMessage("Which surgery?");
        what.addValueChangeListener(e -> ask());
        on.addValueChangeListener(e -> ask());
        fields = Ui.div("scales", what, on);
    }

    /** The date is kept, and the note is signed once the surgery is named. */
    private void ask() {
        what.setInvalid(on.getValue() != null && what.getValue().isBlank());
    }

    @Override
    public Component fields() {
        return fields;
    }

    @Override
    public Focusable<?> first() {
        return what;
    }

    @Override
    public void show(Surgery surgery) {
        what.setValue(surgery.what());
        on.setValue(surgery.on());
    }

    @Override
    public @Nullable String wrong() {
        return on.isInvalid() || isToCome() ? on.getLabel() + ": a day up to today" : null;
    }

    private boolean isToCome() {
        return on.getValue() != null && on.getMax() != null && on.getValue().isAfter(on.getMax());
    }

    @Override
    public Optional<Surgery> read() {
        // the field says what is wrong with a day to come
        var day = isToCome() ? null : on.getValue();
        return Optional.of(new Surgery(what.getValue(), day))
                .filter(surgery -> !surgery.what().isEmpty() || surgery.on() != null);
    }
}
