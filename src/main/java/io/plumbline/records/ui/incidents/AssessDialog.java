package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.incidents.IncidentDecision;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;

/** Records the assessment of an incident. */
class AssessDialog extends Composite<Dialog> {
    private final IncidentService incidents;
    private final IncidentRow row;
    private final Runnable decided;
    private final Select<IncidentDecision> decision = new Select<>();
    private final TextArea assessment = new TextArea("Assessment");
    private final Div messages = new Div();

    AssessDialog(IncidentService incidents, IncidentRow row, Runnable decided) {
        this.incidents = incidents;
        this.row = row;
        this.decided = decided;
        decision.setLabel("Decision");
        decision.setItems(IncidentDecision.values());
        decision.setItemLabelGenerator(IncidentDecision::label);
        decision.setRequiredIndicatorVisible(true);
        decision.setWidthFull();
        assessment.setMaxLength(IncidentDraft.LONGEST_WORDS);
        assessment.setHelperText("Why; no names and no clinical content");
        assessment.setValueChangeMode(ValueChangeMode.EAGER);
        assessment.setRequiredIndicatorVisible(true);
        assessment.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Assess the incident",
                () -> !assessment.isEmpty(),
                new Button("Save", e -> save()),
                messages,
                decision,
                assessment);
    }

    void open() {
        getContent().open();
    }

    private void save() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(decision, "Choose the decision");
        wrong.refuseEmpty(assessment, "Enter the assessment");
        if (!wrong.areNone()) {
            return;
        }
        var isSaved = Attempt.showing(messages)
                .ifChanged("A colleague changed this incident in the meantime")
                .at(IncidentField.ASSESSMENT, assessment)
                .run(() -> incidents.decide(row.id(), row.version(), decision.getValue(), assessment.getValue()));
        if (isSaved) {
            getContent().close();
            decided.run();
        }
    }
}
