package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.safety.FlagDecisionRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;

/** The current user's decisions on red flags of the last ten minutes, each with an undo action. */
@org.springframework.stereotype.Component
class FlagUndo {
    private final SafetyService safety;

    FlagUndo(SafetyService safety) {
        this.safety = safety;
    }

    /** Shows the decision that was just made, with an undo action. */
    void offer(FlagId flag, Runnable changed) {
        safety.decidedLately().stream()
                .filter(one -> one.flag().equals(flag))
                .findFirst()
                .ifPresent(one ->
                        Toast.undoable(one.patientName() + " · " + words(one), named(one), () -> undo(one, changed)));
    }

    /** Returns the list of decisions, or a text that there are none. */
    Component decidedLately(Runnable changed) {
        var decided = safety.decidedLately();
        if (decided.isEmpty()) {
            return Ui.text("muted", "You have made no red-flag decisions in the last ten minutes.");
        }
        var list = new UnorderedList();
        list.addClassName("tasks");
        decided.forEach(one -> {
            var item = new ListItem(
                    Ui.div(
                            "stack-0 grow",
                            Ui.text("strong", one.patientName()),
                            Ui.text("muted small", one.flagName() + " · " + words(one))),
                    undoButton(one, changed));
            item.addClassName("task");
            list.add(item);
        });
        return list;
    }

    private Button undoButton(FlagDecisionRow decision, Runnable changed) {
        var button = new Button("Undo", e -> undo(decision, changed));
        button.setAriaLabel("Undo: " + named(decision));
        return button;
    }

    private void undo(FlagDecisionRow decision, Runnable changed) {
        Attempt.telling(Toast::warn)
                .ifChanged(FlagWords.SOMEBODY_WAS_QUICKER)
                .ifNotAvailable(FlagWords.SOMEBODY_WAS_QUICKER)
                .run(() -> safety.undo(decision.flag(), decision.version()));
        changed.run();
    }

    private static String named(FlagDecisionRow decision) {
        return words(decision) + ", " + decision.flagName() + ", " + decision.patientName();
    }

    private static String words(FlagDecisionRow decision) {
        return decision.before() == decision.decided()
                ? FlagWords.OUTCOME_ASKED
                : decision.decided().label();
    }
}
