package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Map;

/** Offers to raise a red flag after a severe reaction, by the screening rules; nobody has to. */
class FlagOfReactionDialog extends Composite<Dialog> {
    private final Select<ScreeningRules.Rule> finding = new Select<>();
    private final Div messages = new Div();
    private final ScreeningService screening;
    private final PatientId patient;
    private final ClinicId clinic;

    /** @param done runs once the dialog is closed, whatever was chosen */
    FlagOfReactionDialog(ScreeningService screening, PatientId patient, ClinicId clinic, Runnable done) {
        this.screening = screening;
        this.patient = patient;
        this.clinic = clinic;
        finding.setLabel("Finding");
        finding.setItems(screening.rules().raisable());
        finding.setItemLabelGenerator(rule -> rule == null
                ? ""
                : rule.words() + (rule.level() == null ? "" : " " + rule.level().fullLabel()));
        finding.setPlaceholder("Choose");
        finding.addValueChangeListener(e -> finding.setHelperText(
                e.getValue() == null || e.getValue().level() == null
                        ? ""
                        : e.getValue().level().action()));
        finding.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Raise a red flag?",
                () -> false,
                "No red flag",
                Ui.once("Raise red flag", this::raise),
                messages,
                Ui.text(
                        "muted",
                        "The severe reaction is recorded. If one of these findings came with it, raise it now: a"
                                + " chiropractor decides on it."),
                finding);
        getContent().addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                done.run();
            }
        });
    }

    void open() {
        getContent().open();
    }

    private void raise() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(finding, "Choose a finding, or press No red flag");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages).run(() -> {
            var rule = finding.getValue();
            var raised = screening.raise(patient, clinic, Map.of(rule.id(), ScreeningAnswer.YES));
            getContent().close();
            Toast.done(raised == 0 ? "This red flag is open already" : "Red flag raised: " + rule.flag());
        });
    }
}
