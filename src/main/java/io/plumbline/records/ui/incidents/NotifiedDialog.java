package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;

/** Records when the affected patients were told. */
class NotifiedDialog extends Composite<Dialog> {
    private final IncidentService incidents;
    private final IncidentRow row;
    private final Runnable saved;
    private final DatePicker on = Days.field("Told on");
    private final Div messages = new Div();

    NotifiedDialog(IncidentService incidents, IncidentRow row, LocalDate today, Runnable saved) {
        this.incidents = incidents;
        this.row = row;
        this.saved = saved;
        on.setMin(row.discoveredOn());
        on.setMax(today);
        on.setRequiredIndicatorVisible(true);
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Affected patients were told",
                () -> false,
                new Button("Save", e -> save()),
                messages,
                Ui.text("muted", "The day on which the last notice was sent."),
                on);
    }

    void open() {
        getContent().open();
    }

    private void save() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(on, "Choose the day");
        if (!wrong.areNone()) {
            return;
        }
        var isSaved = Attempt.showing(messages)
                .ifChanged("A colleague changed this incident in the meantime")
                .at(IncidentField.NOTIFIED_ON, on)
                .run(() -> incidents.notified(row.id(), row.version(), on.getValue()));
        if (isSaved) {
            getContent().close();
            saved.run();
        }
    }
}
