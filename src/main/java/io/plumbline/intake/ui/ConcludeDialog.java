package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeScope;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;

/** Concludes an intake note that waits for a chiropractor. */
final class ConcludeDialog extends Composite<Dialog> {
    private static final int MOST = 1000;

    private final IntakeConclusionService conclusions;
    private final IdentityService identity;
    private final IntakeDetails note;
    private final Runnable concluded;
    private final RadioButtonGroup<IntakeOutcome> outcome = new RadioButtonGroup<>("Outcome");
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();

    /** @param concluded runs after the note was concluded */
    ConcludeDialog(
            IntakeConclusionService conclusions, IdentityService identity, IntakeDetails note, Runnable concluded) {
        this.conclusions = conclusions;
        this.identity = identity;
        this.note = note;
        this.concluded = concluded;
        outcome.addClassName("choices");
        outcome.setItems(IntakeScope.outcomes());
        outcome.setItemLabelGenerator(IntakeOutcome::label);
        reason.setMaxLength(MOST);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("What you found, and why this follows. It is signed and stays with the note.");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Conclude the intake note",
                () -> outcome.getValue() != null || !reason.getValue().isBlank(),
                Ui.once("Conclude note", this::conclude),
                messages,
                outcome,
                reason);
    }

    void open() {
        getContent().open();
    }

    private void conclude() {
        var chosen = outcome.getValue();
        outcome.setErrorMessage("Choose an outcome");
        outcome.setInvalid(chosen == null);
        reason.setErrorMessage("Enter what you found, and why this follows");
        reason.setInvalid(reason.getValue().isBlank());
        if (chosen == null) {
            return;
        }
        if (reason.isInvalid()) {
            reason.focus();
            return;
        }
        try {
            Attempt.showing(messages)
                    .ifChanged(
                            "A colleague concluded this note in the meantime. Close this dialog and reload the page.")
                    .ifNotAvailable("This note is no longer available to you. Keep a copy of what you typed.")
                    .run(() -> {
                        conclusions.conclude(note.id(), chosen, reason.getValue());
                        getContent().close();
                        concluded.run();
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::prove, this::conclude).open();
        }
    }
}
