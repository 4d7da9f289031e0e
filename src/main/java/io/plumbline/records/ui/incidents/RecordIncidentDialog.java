package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;

/** Records an incident. */
class RecordIncidentDialog extends Composite<Dialog> {
    private final IncidentService incidents;
    private final Runnable recorded;
    private final TextArea what = new TextArea("What happened");
    private final DatePicker discoveredOn = Days.field("Discovered on");
    private final TextField username = new TextField("User name of the account");
    private final DatePicker from = Days.field("First day of the accesses");
    private final DatePicker until = Days.field("Last day of the accesses");
    private final Div messages = new Div();

    RecordIncidentDialog(IncidentService incidents, LocalDate today, Runnable recorded) {
        this.incidents = incidents;
        this.recorded = recorded;
        what.setMaxLength(IncidentDraft.LONGEST_WORDS);
        what.setHelperText("No names and no clinical content");
        what.setValueChangeMode(ValueChangeMode.EAGER);
        what.setRequiredIndicatorVisible(true);
        what.setWidthFull();
        username.setMaxLength(80);
        username.setHelperText("Leave empty for the accesses of everybody");
        username.setWidthFull();
        for (var day : List.of(discoveredOn, from, until)) {
            day.setMax(today);
            day.setRequiredIndicatorVisible(true);
        }
        discoveredOn.setValue(today);
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Record incident",
                () -> !what.isEmpty(),
                new Button("Record", e -> record()),
                messages,
                Ui.text("muted", "The affected patients are found in the audit trail by account and period."),
                what,
                discoveredOn,
                username,
                from,
                until);
    }

    void open() {
        getContent().open();
        what.focus();
    }

    private void record() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(what, "Enter what happened");
        wrong.refuseEmpty(discoveredOn, "Choose the day of the discovery");
        wrong.refuseEmpty(from, "Choose the first day");
        wrong.refuseEmpty(until, "Choose the last day");
        if (!wrong.areNone()) {
            return;
        }
        var isRecorded = Attempt.showing(messages)
                .at(IncidentField.WHAT, what)
                .at(IncidentField.DISCOVERED_ON, discoveredOn)
                .at(IncidentField.USERNAME, username)
                .at(IncidentField.FROM, from)
                .at(IncidentField.UNTIL, until)
                .run(() -> incidents.record(new IncidentDraft(
                        what.getValue(),
                        discoveredOn.getValue(),
                        username.getValue(),
                        from.getValue(),
                        until.getValue())));
        if (isRecorded) {
            getContent().close();
            recorded.run();
        }
    }
}
