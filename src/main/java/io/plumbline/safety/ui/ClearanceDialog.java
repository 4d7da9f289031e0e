package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.ProposedClearance;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;

/**
 * Asks a second clinician to confirm that an emergency flag is cleared, or to refuse it; whoever proposed it can withdraw
 * it.
 */
final class ClearanceDialog {
    private static final String CHANGED = "This flag was just changed. Close this dialog and open it again.";

    private final ClearanceService clearances;
    private final DecisionDialog.Asked asked;
    private final ProposedClearance proposed;
    private final FormDialog form;

    /** @param around the finding, and what the decision does not change */
    ClearanceDialog(
            ClearanceService clearances,
            DecisionDialog.Asked asked,
            ProposedClearance proposed,
            ZoneId zone,
            Component around) {
        this.clearances = clearances;
        this.asked = asked;
        this.proposed = proposed;
        form = Dialogs.form(asked.title())
                .keep("Close")
                .about("flag")
                .add(
                        around,
                        Ui.div(
                                "stack-0",
                                Ui.text(
                                        "strong",
                                        "Proposed to be cleared by " + proposed.byName() + ", "
                                                + Dates.dayAndTime(proposed.at(), zone)),
                                Ui.text("", FlagWords.evidence(proposed.evidence())),
                                Ui.text("", "Reason: " + proposed.reason())))
                .say(
                        isMine()
                                ? "The hold stays until a second clinician confirms it on their own sign-in."
                                : "The hold ends when you confirm it, unless another flag holds.");
    }

    /**
     * Opens the dialog.
     *
     * @param otherwise asks for another decision on the flag
     * @param confirmed runs after the flag is cleared
     * @param ended runs after the proposal is refused or withdrawn
     */
    void open(Runnable otherwise, Runnable confirmed, Runnable ended) {
        var acts = Ui.div("cluster");
        if (!isMine()) {
            acts.add(new Button("Refuse…", e -> refuse(ended)));
        }
        var other = new Button("Make another decision…", e -> {
            form.close();
            otherwise.run();
        });
        other.addThemeVariants(ButtonVariant.TERTIARY);
        acts.add(other);
        form.add(acts);
        if (isMine()) {
            form.destructive().open("Withdraw", () -> clearances.withdraw(asked.flag(), asked.version()), ended);
        } else {
            form.open("Confirm", () -> clearances.confirm(asked.flag(), asked.version()), confirmed);
        }
    }

    private boolean isMine() {
        return proposed.by().equals(CurrentUser.current().staff());
    }

    private void refuse(Runnable ended) {
        form.close();
        new ReasonDialog(
                        "Refuse to clear: " + asked.title(),
                        "The flag and its hold stay. The reason is kept with the flag.",
                        "Refuse",
                        reason -> {
                            var refusal = Attempt.refusalOf(
                                    () -> clearances.refuse(asked.flag(), asked.version(), reason), () -> CHANGED);
                            if (refusal.isEmpty()) {
                                ended.run();
                            }
                            return refusal;
                        })
                .open();
    }
}
