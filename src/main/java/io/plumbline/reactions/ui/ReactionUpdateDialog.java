package io.plumbline.reactions.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.reactions.ReactionField;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionService.Colleague;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.reactions.ReactionUpdate;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Asks what a follow-up found, or for another outcome without a follow-up; what was typed stays if it is refused. */
final class ReactionUpdateDialog {
    private final ReactionService reactions;
    private final boolean isFollowUp;
    private final FormDialog form;
    private final Select<ReactionOutcome> outcome;
    private final TextArea words;
    private final FollowUpFields next;
    private ReactionRow row;

    /** @param isFollowUp whether somebody followed up, and not only the outcome changes */
    ReactionUpdateDialog(ReactionService reactions, ReactionRow row, List<Colleague> colleagues, boolean isFollowUp) {
        this.reactions = reactions;
        this.row = row;
        this.isFollowUp = isFollowUp;
        next = new FollowUpFields(colleagues);
        form = Dialogs.form(isFollowUp ? "Record a follow-up" : "Change the outcome")
                .about("reaction")
                .say(ReactionWords.onset(row));
        var missing = "Enter what you learned; it stays on record";
        words = isFollowUp
                ? form.required(
                        UiFields.area("What you found, or what the patient said", ReactionUpdate.LONGEST), missing)
                : form.reason(UiFields.area("Why it is changed", ReactionUpdate.LONGEST), missing);
        outcome = form.required(
                UiFields.choice("Outcome now", ReactionOutcome.values(), ReactionOutcome::label), "Choose an outcome");
        outcome.setPlaceholder("Choose");
        outcome.addValueChangeListener(e -> offer());
        next.addTo(form, this::isNextNeeded);
        form.at(ReactionField.WORDS, words).at(ReactionField.OUTCOME, outcome);
        form.ifChanged(() -> reactions.open(row.id()), now -> {
            become(now);
            return whatChanged(now);
        });
        if (isFollowUp) {
            outcome.setValue(row.outcome());
        }
        offer();
    }

    /** @param changed runs once it is recorded */
    void open(Runnable changed) {
        form.open(isFollowUp ? "Record follow-up" : "Change outcome", this::save, () -> {
            changed.run();
            Toast.done(isFollowUp ? "Follow-up recorded" : "Outcome changed");
        });
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

    private void save() {
        var update = new ReactionUpdate(outcome.getValue(), words.getValue(), next.read());
        if (isFollowUp) {
            reactions.followUp(row.id(), row.version(), update);
        } else {
            reactions.changeOutcome(row.id(), row.version(), update);
        }
    }

    private static String whatChanged(ReactionRow now) {
        var due = ReactionWords.followUp(now);
        return "A colleague changed this reaction in the meantime: it is "
                + (now.errorReason() == null ? now.outcome().label() : "Entered in error").toLowerCase(Locale.ROOT)
                + (due.isEmpty() ? "" : ". " + due);
    }

    /** Shows the reaction as it is now, but for what the person chose or typed; the next attempt is made on it. */
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
