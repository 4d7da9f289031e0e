package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.ProposedClearance;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;

/**
 * Asks a second clinician to confirm that an emergency flag is cleared, or to refuse it; whoever proposed it can withdraw
 * it.
 */
class ClearanceDialog extends Composite<Dialog> {
    private static final String CHANGED = "This flag was just changed. Close this dialog and open it again.";

    private final ClearanceService clearances;
    private final DecisionDialog.Asked asked;
    private final Runnable confirmed;
    private final Runnable ended;
    private final Div messages = new Div();

    /**
     * @param around the finding, and what the decision does not change
     * @param otherwise asks for another decision on the flag
     * @param confirmed runs after the flag is cleared
     * @param ended runs after the proposal is refused or withdrawn
     */
    ClearanceDialog(
            ClearanceService clearances,
            DecisionDialog.Asked asked,
            ProposedClearance proposed,
            ZoneId zone,
            Component around,
            Runnable otherwise,
            Runnable confirmed,
            Runnable ended) {
        this.clearances = clearances;
        this.asked = asked;
        this.confirmed = confirmed;
        this.ended = ended;
        var isMine = proposed.by().equals(CurrentUser.current().staff());
        var facts = Ui.div(
                "stack-0",
                Ui.text(
                        "strong",
                        "Proposed to be cleared by " + proposed.byName() + ", "
                                + Dates.dayAndTime(proposed.at(), zone)),
                Ui.text("", FlagWords.evidence(proposed.evidence())),
                Ui.text("", "Reason: " + proposed.reason()));
        var acts = Ui.div("cluster");
        if (!isMine) {
            acts.add(new Button("Refuse…", e -> refuse()));
        }
        var other = new Button("Make another decision…", e -> {
            getContent().close();
            otherwise.run();
        });
        other.addThemeVariants(ButtonVariant.TERTIARY);
        acts.add(other);
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                asked.title(),
                () -> false,
                "Close",
                isMine
                        ? Dialogs.destructive(new Button("Withdraw", e -> withdraw()))
                        : new Button("Confirm", e -> confirm()),
                messages,
                around,
                facts,
                Ui.text(
                        "muted",
                        isMine
                                ? "The hold stays until a second clinician confirms it on their own sign-in."
                                : "The hold ends when you confirm it, unless another flag holds."),
                acts);
    }

    void open() {
        getContent().open();
    }

    private void confirm() {
        attempt(() -> clearances.confirm(asked.flag(), asked.version()), confirmed);
    }

    private void withdraw() {
        attempt(() -> clearances.withdraw(asked.flag(), asked.version()), ended);
    }

    private void attempt(Runnable action, Runnable then) {
        if (Attempt.showing(messages).ifChanged(CHANGED).run(action)) {
            getContent().close();
            then.run();
        }
    }

    private void refuse() {
        getContent().close();
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
