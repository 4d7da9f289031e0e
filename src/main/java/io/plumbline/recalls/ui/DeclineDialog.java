package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.recalls.DeclineReason;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallField;
import io.plumbline.recalls.RecallService;
import io.plumbline.recalls.RecallStatus;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks why a patient does not want another visit. */
class DeclineDialog extends Composite<Dialog> {
    private final Select<DeclineReason> why = new Select<>();
    private final TextArea note = new TextArea("Note for colleagues");
    private final Div messages = new Div();
    private final RecallService recalls;
    private final String typedBefore;
    private final Runnable declined;
    private RecallDetails recall;

    /** @param typed what the current user noted during the call */
    DeclineDialog(RecallService recalls, RecallDetails recall, String typed, Runnable declined) {
        this.recalls = recalls;
        this.recall = recall;
        this.typedBefore = typed;
        this.declined = declined;
        why.setLabel("Why");
        why.setItems(DeclineReason.values());
        why.setItemLabelGenerator(DeclineReason::label);
        why.setWidthFull();
        note.setMaxLength(RecallService.LONGEST_NOTE);
        // Escape must see the last letter
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setHelperText("No health details, please");
        note.setValue(typed);
        note.setWidthFull();
        var save = Dialogs.destructive(new Button("Decline", e -> save()));
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                recall.row().name() + " declined",
                this::isTyped,
                save,
                messages,
                Ui.text("muted", "Nobody calls this patient again before the next visit."),
                why,
                note);
    }

    void open() {
        getContent().open();
    }

    private boolean isTyped() {
        return why.getValue() != null || !note.getValue().equals(typedBefore);
    }

    private void save() {
        messages.removeAll();
        var reason = why.getValue();
        if (reason == null) {
            why.setErrorMessage("Choose a reason");
            why.setInvalid(true);
            why.focus();
            return;
        }
        Attempt.showing(messages)
                .at(RecallField.NOTE, note)
                .ifChanged(this::sayWhatChanged)
                .ifNotAvailable("You no longer have access to this patient. Keep a copy of what you typed")
                .run(() -> {
                    recalls.decline(recall.row().patient(), recall.version(), reason, note.getValue());
                    getContent().close();
                    declined.run();
                });
    }

    private void sayWhatChanged() {
        recalls.reload(recall.row().patient()).ifPresent(now -> {
            recall = now;
            messages.add(Ui.alert(
                    now.status() == RecallStatus.OPEN
                            ? "A colleague changed this recall in the meantime: " + RecallWords.tried(now.row())
                                    + ". What you typed is still here; try again if it still applies."
                            : "This patient is no longer on the recall board. Keep a copy of what you typed."));
        });
    }
}
