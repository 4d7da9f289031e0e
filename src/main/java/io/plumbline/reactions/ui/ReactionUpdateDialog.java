package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.reactions.ReactionField;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionService.Colleague;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.reactions.ReactionUpdate;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Asks what a follow-up found, or for another outcome without a follow-up; what was typed stays if it is refused. */
class ReactionUpdateDialog extends Composite<Dialog> {
    private final ReactionService reactions;
    private final boolean isFollowUp;
    private final Runnable changed;
    private final Select<ReactionOutcome> outcome = new Select<>();
    private final TextArea words;
    private final FollowUpFields next;
    private final Div messages = new Div();
    private ReactionRow row;

    /**
     * @param isFollowUp whether somebody followed up, and not only the outcome changes
     * @param changed runs once it is recorded
     */
    ReactionUpdateDialog(
            ReactionService reactions,
            ReactionRow row,
            List<Colleague> colleagues,
            boolean isFollowUp,
            Runnable changed) {
        this.reactions = reactions;
        this.row = row;
        this.isFollowUp = isFollowUp;
        this.changed = changed;
        words = new TextArea(isFollowUp ? "What you found, or what the patient said" : "Why it is changed");
        words.setMaxLength(ReactionUpdate.LONGEST);
        // Escape must see the last keystroke
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setWidthFull();
        outcome.setLabel("Outcome now");
        outcome.setItems(ReactionOutcome.values());
        outcome.setItemLabelGenerator(ReactionOutcome::label);
        outcome.setPlaceholder("Choose");
        outcome.setWidthFull();
        next = new FollowUpFields(colleagues);
        outcome.addValueChangeListener(e -> offer());
        if (isFollowUp) {
            outcome.setValue(row.outcome());
        }
        offer();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                isFollowUp ? "Record a follow-up" : "Change the outcome",
                () -> !words.isEmpty() || next.isTyped(),
                Ui.once(isFollowUp ? "Record follow-up" : "Change outcome", this::attempt),
                messages,
                Ui.text("muted", ReactionWords.onset(row)),
                words,
                outcome,
                next);
    }

    void open() {
        getContent().open();
    }

    private void offer() {
        var isOver = outcome.getValue() != null && outcome.getValue().isOver();
        next.setVisible(!isOver && (isNextAsked() || next.isTyped()));
        next.say(isNextNeeded() ? "A severe reaction needs one until it is over" : "Leave it empty if none was agreed");
    }

    /** Returns whether another follow-up may be missing: one that is due stays when only the outcome changes. */
    private boolean isNextAsked() {
        return isFollowUp || row.followUp() == null;
    }

    private boolean isNextNeeded() {
        return row.severity() == ReactionSeverity.SEVERE && next.isVisible() && isNextAsked();
    }

    private void attempt() {
        messages.removeAll();
        var wrong = new FormErrors();
        if (isFollowUp) {
            wrong.refuseEmpty(words, "Enter what you learned; it stays on record");
        } else {
            wrong.refuseNoReason(words, "Enter what you learned; it stays on record");
        }
        wrong.refuseEmpty(outcome, "Choose an outcome");
        next.check(wrong, isNextNeeded());
        if (!wrong.areNone()) {
            return;
        }
        var attempt = Attempt.showing(messages)
                .at(ReactionField.WORDS, words)
                .at(ReactionField.OUTCOME, outcome)
                .ifNotAvailable("You no longer have access to this patient. Keep a copy of what you typed")
                .ifChanged(this::sayWhatChanged);
        next.answering(attempt).run(() -> {
            var update = new ReactionUpdate(outcome.getValue(), words.getValue(), next.read());
            if (isFollowUp) {
                reactions.followUp(row.id(), row.version(), update);
            } else {
                reactions.changeOutcome(row.id(), row.version(), update);
            }
            getContent().close();
            changed.run();
            Toast.done(isFollowUp ? "Follow-up recorded" : "Outcome changed");
        });
    }

    /** Shows the reaction as it is now, but for what the person chose or typed; the next attempt is made on it. */
    private void sayWhatChanged() {
        reactions.open(row.id()).ifPresent(now -> {
            become(now);
            var due = ReactionWords.followUp(now);
            messages.add(Ui.alert("A colleague changed this reaction in the meantime: it is "
                    + (now.errorReason() == null ? now.outcome().label() : "Entered in error").toLowerCase(Locale.ROOT)
                    + (due.isEmpty() ? "" : ". " + due)
                    + ". What you typed is still here; try again if it still applies."));
        });
    }

    private void become(ReactionRow now) {
        var before = row;
        row = now;
        if (isFollowUp) {
            if (outcome.getValue() == before.outcome()) {
                outcome.setValue(now.outcome());
            }
            // the one that was due before is what the person followed up
            if (!Objects.equals(now.followUp(), before.followUp())) {
                next.propose(now.followUp());
            }
        }
        offer();
    }
}
