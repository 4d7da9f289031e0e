package io.plumbline.recalls.ui;

import io.plumbline.recalls.DeclineReason;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallField;
import io.plumbline.recalls.RecallService;
import io.plumbline.recalls.RecallStatus;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.UiFields;

/** Asks why a patient does not want another visit. */
final class DeclineDialog {
    private DeclineDialog() {}

    /** @param typed what the current user noted during the call */
    static void open(RecallService recalls, RecallDetails recall, String typed, Runnable declined) {
        var patient = recall.row().patient();
        var form = Dialogs.form(recall.row().name() + " declined")
                .say("Nobody calls this patient again before the next visit.")
                .destructive()
                .about("recall");
        var why =
                form.required(UiFields.choice("Why", DeclineReason.values(), DeclineReason::label), "Choose a reason");
        var note = form.optional(UiFields.area("Note for colleagues", RecallService.LONGEST_NOTE));
        note.setHelperText("No health details, please");
        note.setValue(typed);
        var seen = form.latest(
                recall,
                () -> recalls.reload(patient).filter(now -> now.status() == RecallStatus.OPEN),
                (before, now) -> "A colleague changed this recall in the meantime: " + RecallWords.tried(now.row()));
        form.at(RecallField.NOTE, note)
                .open(
                        "Decline",
                        () -> recalls.decline(patient, seen.get().version(), why.getValue(), note.getValue()),
                        declined);
    }
}
