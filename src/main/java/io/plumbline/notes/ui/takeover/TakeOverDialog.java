package io.plumbline.notes.ui.takeover;

import com.vaadin.flow.component.UI;
import io.plumbline.notes.takeover.LeftVisit;
import io.plumbline.notes.takeover.LeftVisitService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;

/** Asks how the current user took part in a visit whose practitioner can no longer write the note, and starts that note. */
final class TakeOverDialog {
    private TakeOverDialog() {}

    /** @param words the visit, as the list names it */
    static void open(LeftVisitService visits, LeftVisit visit, String words) {
        var form = Dialogs.form("Take over the note")
                .about("visit")
                .add(Ui.text("", words))
                .say("You write a new note, signed by you, of what you saw and did yourself. "
                        + (visit.draft() == null
                                ? "Only a clinician who took part in the visit can write it."
                                : "The draft of " + visit.practitioner()
                                        + " is closed without being read, and cannot be opened again."));
        var presence = form.required(
                UiFields.area("How you took part", 400),
                "Enter how you took part in the visit; it stays with the note");
        presence.setHelperText(
                "Stays in the note and is printed with it. Example: I gave the second half of the session.");
        form.open("Write the note", () -> visits.takeOver(visit, presence.getValue()), note -> UI.getCurrentOrThrow()
                .navigate(Routes.note(note)));
    }
}
