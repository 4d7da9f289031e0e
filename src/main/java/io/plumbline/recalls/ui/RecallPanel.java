package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.plumbline.clinics.ClinicService;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallField;
import io.plumbline.recalls.RecallService;
import io.plumbline.recalls.RecallStatus;
import io.plumbline.recalls.RecallStepRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;

/** A patient beside the recall board: whom to call and why, how the call ended, and what was tried before. */
class RecallPanel extends Composite<RecordPanel> {
    private final RecallService recalls;
    private final ClinicService clinics;
    private final Runnable close;
    private final Div messages = Ui.div("stack-2");
    private final RecallAboutPart about;
    private final Div claim = Ui.div("cluster");
    private final RecallCallPart call;
    private final Div tried = Ui.div("panel-part");
    private RecallDetails recall;

    RecallPanel(RecallService recalls, ClinicService clinics, RecallDetails recall, Runnable close) {
        this.recalls = recalls;
        this.clinics = clinics;
        this.recall = recall;
        this.close = close;
        about = new RecallAboutPart(clinics);
        call = new RecallCallPart(recalls, this::attempt, this::done);
        getContent().named("Recall", close).showing(messages, about, claim, call, tried);
        draw();
    }

    PatientId patient() {
        return recall.row().patient();
    }

    /** Returns whether closing the panel would lose something typed. */
    boolean hasChanges() {
        return call.hasTyped();
    }

    /** Shows the current version; what is being typed stays. */
    void refresh() {
        recalls.reload(patient()).ifPresent(now -> {
            if (!now.equals(recall)) {
                recall = now;
                draw();
            }
        });
    }

    private void attempt(Runnable action) {
        Attempt.showing(messages)
                .at(RecallField.NEXT, call.nextField())
                .at(RecallField.NOTE, call.noteField())
                .ifChanged(this::showWhoWasQuicker)
                .ifNotAvailable(close)
                .run(action);
    }

    private void showWhoWasQuicker() {
        var before = recall.steps().size();
        refresh();
        messages.removeAll();
        var who = recall.steps().size() > before
                ? recall.steps().getFirst().byName() + " recorded “"
                        + recall.steps().getFirst().result().label() + "” in the meantime"
                : "This recall changed in the meantime";
        messages.add(Ui.alert(
                who + ". Your change was not saved, and what you typed is still here. This is the current version."));
    }

    /** Shows what was just recorded, and offers to undo it. */
    private void done(String what) {
        messages.removeAll();
        var name = recall.row().name();
        Toast.undoable(name + " · " + what, what + ", " + name, this::undo);
        NavBadge.recount();
        refresh();
        getContent().focus();
    }

    private void undo() {
        Attempt.telling(Toast::warn)
                .ifNotAvailable("This patient is no longer on a board of yours")
                .run(() -> recalls.undo(patient()));
        NavBadge.recount();
        refresh();
    }

    private void draw() {
        var row = recall.row();
        var state = recall.status() == RecallStatus.OPEN
                ? new StatusBadge(
                        RecallWords.tone(row), RecallWords.tone(row).icon(), RecallWords.why(row, recall.today()))
                : StatusBadge.neutral(ended());
        getContent().headed(row.name(), Ui.div("cluster", state, Ui.text("muted", RecallWords.tried(row))));
        about.show(recall);
        drawClaim();
        call.show(recall);
        drawTried();
    }

    private String ended() {
        return switch (recall.status()) {
            case OPEN -> "";
            case WON_BACK -> "Won back: a visit is booked";
            case DECLINED -> "Declined";
            case LEFT -> "No need to call any more";
        };
    }

    private void drawClaim() {
        claim.removeAll();
        if (recall.status() != RecallStatus.OPEN || recall.row().isOnHold()) {
            return;
        }
        var who = recall.callerNow();
        var until = recall.callingUntil();
        if (who == null || until == null) {
            var calling = new Button(
                    "Start call",
                    Icon.PHONE.create(),
                    e -> attempt(() -> {
                        recalls.claim(patient(), recall.version());
                        refresh();
                        getContent().focus();
                    }));
            Keys.on(calling, "c", "Say that you are calling this patient");
            claim.add(calling);
            return;
        }
        var isMine = who.equals(CurrentUser.current().staff());
        var time =
                Dates.time(until.atZone(clinics.zoneOf(recall.row().clinic())).toLocalTime());
        claim.add(Ui.text(
                "muted", (isMine ? "You are calling" : recall.row().callingNow() + " is calling") + ", until " + time));
        if (isMine) {
            var stop = new Button(
                    "Stop",
                    e -> attempt(() -> {
                        recalls.release(patient());
                        refresh();
                        getContent().focus();
                    }));
            stop.setAriaLabel("Stop calling");
            Keys.on(stop, "r", "Say that you are not calling any more");
            claim.add(stop);
        }
    }

    private void drawTried() {
        tried.removeAll();
        if (recall.steps().isEmpty()) {
            return;
        }
        tried.add(new H3("What was tried"));
        recall.steps().stream().map(this::line).forEach(tried::add);
    }

    private Component line(RecallStepRow step) {
        var result = step.result().label()
                + (step.declineReason() == null
                        ? ""
                        : ": " + step.declineReason().label())
                + (step.isUndone() ? " (undone)" : "");
        var line = Ui.div(
                "two",
                Ui.text("strong", result),
                Ui.text(
                        "quiet",
                        Dates.dayAndTime(step.at(), clinics.zoneOf(recall.row().clinic())) + " · " + step.byName()
                                + (step.nextOn() == null ? "" : " · next " + Dates.day(step.nextOn()))));
        if (!step.note().isEmpty()) {
            line.add(Ui.text("", step.note()));
        }
        return line;
    }
}
