package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportDraft;
import io.plumbline.records.clinicexports.ClinicExportField;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Set;

/** Asks for everything of a clinic. */
class AskExportDialog extends Composite<Dialog> {
    private final ClinicExportService exports;
    private final IdentityService identity;
    private final Runnable asked;
    private final Select<ClinicLabel> clinic = new Select<>();
    private final TextField reason = new TextField("Reason");
    private final TextField recipient = new TextField("Recipient");
    private final TextField key = new TextField("Recipient's public key");
    private final Div messages = new Div();

    AskExportDialog(ClinicExportService exports, ClinicService clinics, IdentityService identity, Runnable asked) {
        this.exports = exports;
        this.identity = identity;
        this.asked = asked;
        clinic.setLabel("Clinic");
        var mine = clinics.myLabelsAs(Set.of(Role.MANAGER));
        clinic.setItems(mine);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        clinic.setRequiredIndicatorVisible(true);
        if (mine.size() == 1) {
            clinic.setValue(mine.getFirst());
        }
        clinic.setWidthFull();
        reason.setMaxLength(ClinicExportDraft.LONGEST_REASON);
        reason.setHelperText("Such as: move to another product on January 1. No patient's name");
        recipient.setMaxLength(ClinicExportDraft.LONGEST_RECIPIENT);
        recipient.setHelperText("The person or company that gets the file");
        key.setMaxLength(ClinicExportDraft.LONGEST_KEY);
        key.setHelperText(
                "Begins with age1. The recipient makes it with age-keygen, and keeps the secret key. Ask for it"
                        + " by phone or on paper, not only by e-mail");
        for (var field : fields()) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Ask for an export",
                () -> fields().stream().anyMatch(field -> !field.isEmpty()),
                new Button("Ask", e -> ask()),
                messages,
                Ui.text(
                        "muted",
                        "Every record of the clinic, with every clinical word and all files, as CSV and JSON. Only the"
                                + " recipient can decrypt it. The privacy officer releases it; then you have 24 hours to"
                                + " download it once."),
                clinic,
                reason,
                recipient,
                key);
    }

    private List<TextField> fields() {
        return List.of(reason, recipient, key);
    }

    void open() {
        getContent().open();
    }

    private void ask() {
        var wrong = new FormErrors();
        wrong.refuse(clinic, clinic.isEmpty(), "Choose the clinic");
        wrong.refuseNoReason(reason, "Say why, in a few words");
        wrong.refuseEmpty(recipient, "Enter who gets the file");
        wrong.refuseEmpty(key, "Enter the recipient's public key");
        if (!wrong.areNone()) {
            return;
        }
        try {
            var isAsked = Attempt.showing(messages)
                    .at(ClinicExportField.CLINIC, clinic)
                    .at(ClinicExportField.REASON, reason)
                    .at(ClinicExportField.RECIPIENT, recipient)
                    .at(ClinicExportField.KEY, key)
                    .run(() -> exports.ask(new ClinicExportDraft(
                            clinic.getValue().id(), reason.getValue(), recipient.getValue(), key.getValue())));
            if (isAsked) {
                getContent().close();
                asked.run();
            }
        } catch (ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, this::ask).open();
        }
    }
}
