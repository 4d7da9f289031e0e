package io.plumbline.notes.ui.takeover;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.notes.takeover.LeftVisit;
import io.plumbline.notes.takeover.LeftVisitService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks how the current user took part in a visit whose practitioner can no longer write the note, and starts that note. */
final class TakeOverDialog extends Composite<Dialog> {
    private static final int MOST = 400;

    private final LeftVisitService visits;
    private final LeftVisit visit;
    private final TextArea presence = new TextArea("How you took part");
    private final Div messages = new Div();

    /** @param words the visit, as the list names it */
    TakeOverDialog(LeftVisitService visits, LeftVisit visit, String words) {
        this.visits = visits;
        this.visit = visit;
        presence.setMaxLength(MOST);
        presence.setHelperText(
                "Stays in the note and is printed with it. Example: I gave the second half of the session.");
        // Escape must see the last keystroke
        presence.setValueChangeMode(ValueChangeMode.EAGER);
        presence.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Take over the note",
                this::isTyped,
                Ui.once("Write the note", this::takeOver),
                messages,
                Ui.text("", words),
                Ui.text(
                        "muted",
                        "You write a new note, signed by you, of what you saw and did yourself. "
                                + (visit.draft() == null
                                        ? "Only a clinician who took part in the visit can write it."
                                        : "The draft of " + visit.practitioner()
                                                + " is closed without being read, and cannot be opened again.")),
                presence);
    }

    private boolean isTyped() {
        return !presence.getValue().isBlank();
    }

    void open() {
        getContent().open();
        presence.focus();
    }

    private void takeOver() {
        messages.removeAll();
        presence.setErrorMessage("Enter how you took part in the visit; it stays with the note");
        presence.setInvalid(!isTyped());
        if (!isTyped()) {
            presence.focus();
            return;
        }
        Attempt.showing(messages)
                .ifChanged("This visit was changed in the meantime. Close this dialog and reload the page.")
                .ifNotAvailable("This visit can no longer be taken over. Keep a copy of what you typed")
                .run(() -> {
                    var note = visits.takeOver(visit, presence.getValue());
                    getContent().close();
                    UI.getCurrentOrThrow().navigate(Routes.note(note));
                });
    }
}
