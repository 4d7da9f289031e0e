package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** Asks why a signed intake note is amended, and begins its next version. */
final class AmendDialog extends Composite<Dialog> {
    private static final int MOST = 500;

    private final IntakeService intake;
    private final IntakeDetails note;
    private final Consumer<IntakeId> begun;
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();

    /** @param begun receives the new version */
    AmendDialog(IntakeService intake, IntakeDetails note, Consumer<IntakeId> begun) {
        this.intake = intake;
        this.note = note;
        this.begun = begun;
        reason.setMaxLength(MOST);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("Why it is amended. The reason is signed with the new version.");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Amend the intake note",
                () -> !reason.getValue().isBlank(),
                Ui.once("Amend note", this::amend),
                messages,
                Ui.text(
                        "muted",
                        "Version " + (note.versions().seen() + 1) + " begins with what this note says. Until it is"
                                + " signed, this note counts; it stays readable as it was signed."),
                reason);
    }

    void open() {
        getContent().open();
    }

    private void amend() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter why the note is amended");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged("A colleague is amending this note already. Copy what you typed, close this dialog and"
                        + " reload the page: it leads to their version.")
                .ifNotAvailable("This note is no longer available to you. Keep a copy of what you typed.")
                .run(() -> {
                    var version = intake.amend(note.id(), reason.getValue());
                    getContent().close();
                    begun.accept(version);
                });
    }
}
