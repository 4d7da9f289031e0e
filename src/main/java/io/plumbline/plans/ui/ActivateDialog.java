package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Shows what a plan says before it is activated, and asks for the patient's agreement to it. */
class ActivateDialog extends Composite<Dialog> {
    private final AgreementFields agreement;
    private final Consumer<PatientAgreement> activate;
    private final Runnable changed;
    private final Div messages = new Div();

    /**
     * @param content the services and goals that the patient agrees to, as sentences
     * @param activate activates the plan as it is shown here
     * @param changed called if a colleague changed the plan in the meantime; the dialog is closed
     */
    ActivateDialog(
            String patientName,
            Component visits,
            List<String> content,
            LocalDate today,
            Consumer<PatientAgreement> activate,
            Runnable changed) {
        this.activate = activate;
        this.changed = changed;
        agreement = new AgreementFields("The patient agreed to this plan", patientName, today);
        var list = new UnorderedList();
        content.forEach(sentence -> list.add(new ListItem(sentence)));
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Activate the plan",
                agreement::isTyped,
                Ui.once("Activate the plan", this::activate),
                messages,
                visits,
                list,
                agreement);
    }

    void open() {
        getContent().open();
    }

    private void activate() {
        messages.removeAll();
        var wrong = new FormErrors();
        agreement.refuseIncomplete(wrong);
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(() -> {
                    getContent().close();
                    changed.run();
                })
                .run(() -> {
                    activate.accept(agreement.read());
                    getContent().close();
                });
    }
}
