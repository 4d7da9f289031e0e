package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import io.plumbline.safety.FlagDecisionRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;

/** The caller's decisions on red flags of the last ten minutes, each with an undo action. */
@org.springframework.stereotype.Component
class FlagUndo {
    private static final int TOAST_MS = 15_000;

    private final SafetyService safety;

    FlagUndo(SafetyService safety) {
        this.safety = safety;
    }

    /** Shows the decision that was just made, with an undo action. */
    void offer(FlagId flag, Runnable changed) {
        safety.decidedLately().stream()
                .filter(one -> one.flag().equals(flag))
                .findFirst()
                .ifPresent(one -> {
                    var toast = new Notification();
                    toast.setDuration(TOAST_MS);
                    var undo = undo(one, () -> {
                        toast.close();
                        changed.run();
                    });
                    toast.add(Ui.div("cluster", Ui.text("", one.patientName() + " · " + words(one)), undo));
                    toast.open();
                });
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
                    undo(one, changed));
            item.addClassName("task");
            list.add(item);
        });
        return list;
    }

    private Button undo(FlagDecisionRow decision, Runnable changed) {
        var button = new Button("Undo", e -> {
            Attempt.telling(FlagUndo::say)
                    .ifChanged(() -> {
                        say(FlagWords.SOMEBODY_WAS_QUICKER);
                    })
                    .ifNotAvailable(() -> {
                        say(FlagWords.SOMEBODY_WAS_QUICKER);
                    })
                    .run(() -> safety.undo(decision.flag(), decision.version()));
            changed.run();
        });
        button.setAriaLabel("Undo: " + words(decision) + ", " + decision.flagName() + ", " + decision.patientName());
        return button;
    }

    private static String words(FlagDecisionRow decision) {
        return decision.before() == decision.decided()
                ? FlagWords.OUTCOME_ASKED
                : decision.decided().label();
    }

    private static void say(String words) {
        Notification.show(words).setAssertive(true);
    }
}
