package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.UiFields;
import java.util.function.Consumer;

/** Asks why a signed intake note is amended, and begins its next version. */
final class AmendDialog {
    private AmendDialog() {}

    /** @param begun receives the new version */
    static void open(IntakeService intake, IntakeDetails note, Consumer<IntakeId> begun) {
        var form = Dialogs.form("Amend the intake note")
                .about("note")
                .say("Version " + (note.versions().seen() + 1) + " begins with what this note says. Until it is"
                        + " signed, this note counts; it stays readable as it was signed.");
        form.ifChanged(() -> form.warn("A colleague is amending this note already. Copy what you typed, close this"
                + " dialog and reload the page: it leads to their version."));
        var reason = form.reason(UiFields.area("Reason", 500), "Enter why the note is amended");
        reason.setMinRows(3);
        reason.setHelperText("Why it is amended. The reason is signed with the new version.");
        form.open("Amend note", () -> intake.amend(note.id(), reason.getValue()), begun);
    }
}
