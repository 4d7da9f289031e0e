package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.plans.ActivationQuestion;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.ui.CheckRow;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Shows what a plan says before it is activated, asks what is done about what stands against it, and for the patient's
 * agreement.
 */
final class ActivateDialog {
    private final FormDialog form = Dialogs.form("Activate the plan");
    private final AgreementFields agreement;
    private final Supplier<Optional<ActivationQuestion>> ask;
    private final Div against = Ui.div("stack-2");
    private Optional<CheckRow> question = Optional.empty();

    /**
     * @param content the services and goals that the patient agrees to, as sentences
     * @param ask finds what stands against the plan
     * @param changed called if a colleague changed the plan in the meantime; the dialog is closed
     */
    ActivateDialog(
            String patientName,
            Component visits,
            List<String> content,
            LocalDate today,
            Supplier<Optional<ActivationQuestion>> ask,
            Runnable changed) {
        this.ask = ask;
        agreement = new AgreementFields("The patient agreed to this plan", patientName, today);
        var list = new UnorderedList();
        content.forEach(sentence -> list.add(new ListItem(sentence)));
        showAgainst();
        form.add(visits, list, against, agreement)
                .typedIf(() -> agreement.isTyped()
                        || question.filter(CheckRow::isTyped).isPresent())
                .check(wrong -> question.ifPresent(asked -> asked.judge(wrong)))
                .check(agreement::refuseIncomplete)
                .ifChanged(() -> {
                    form.close();
                    changed.run();
                });
    }

    /** @param activate activates the plan as it is shown here */
    void open(BiConsumer<PatientAgreement, List<CheckReply>> activate) {
        form.open("Activate the plan", () -> {
            try {
                activate.accept(
                        agreement.read(), question.map(CheckRow::reply).stream().toList());
                return true;
            } catch (ChecksToAnswer another) {
                // such as a flag that was raised since the dialog was opened
                showAgainst();
                throw another;
            }
        });
    }

    private void showAgainst() {
        against.removeAll();
        var asked = ask.get();
        question = asked.map(ActivationQuestion::check).map(check -> new CheckRow(check, "activate the plan"));
        asked.map(ActivationQuestion::unnamed).filter(more -> !more.isEmpty()).ifPresent(more -> {
            var list = new UnorderedList();
            more.forEach(caution -> list.add(new ListItem(caution)));
            against.add(Ui.text("strong", "Also against this plan"), list);
        });
        question.ifPresent(against::add);
    }
}
