package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.records.disposal.DisposalField;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;

/** Approves a disposal list: by typing what it does, and with the password. */
class ApproveDialog extends Composite<Dialog> {
    private final DisposalService disposals;
    private final IdentityService identity;
    private final DisposalRow row;
    private final Runnable approved;
    private final TextField confirmation = new TextField("Confirmation");
    private final Div messages = new Div();

    ApproveDialog(DisposalService disposals, IdentityService identity, DisposalRow row, Runnable approved) {
        this.disposals = disposals;
        this.identity = identity;
        this.row = row;
        this.approved = approved;
        confirmation.setHelperText("Type " + row.confirmation());
        confirmation.setMaxLength(20);
        confirmation.setValueChangeMode(ValueChangeMode.EAGER);
        confirmation.setRequiredIndicatorVisible(true);
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Approve the disposal",
                () -> !confirmation.isEmpty(),
                Dialogs.destructive(new Button("Approve", e -> approve())),
                messages,
                Ui.text(
                        "muted",
                        "Everything in these records is removed for good: notes, plans, intakes, files, and who the"
                                + " patient was. Each record is checked once more before; what must be kept stays."),
                confirmation);
    }

    void open() {
        getContent().open();
        confirmation.focus();
    }

    private void approve() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(confirmation, "Type " + row.confirmation());
        if (!wrong.areNone()) {
            return;
        }
        try {
            var isApproved = Attempt.showing(messages)
                    .ifChanged("A colleague changed this list in the meantime")
                    .at(DisposalField.CONFIRMATION, confirmation)
                    .run(() -> disposals.approve(row.id(), row.version(), confirmation.getValue()));
            if (isApproved) {
                getContent().close();
                approved.run();
            }
        } catch (ProofNeeded needed) {
            ProofDialog.toConfirm(identity::prove, this::approve).open();
        }
    }
}
