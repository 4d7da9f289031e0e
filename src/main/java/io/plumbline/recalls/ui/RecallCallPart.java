package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.recalls.DeclineReason;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallField;
import io.plumbline.recalls.RecallResult;
import io.plumbline.recalls.RecallService;
import io.plumbline.recalls.RecallStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a call ended: one key each. Each button says on which day the patient is next; a chosen day replaces all. */
class RecallCallPart extends Composite<Div> {
    private final RecallService recalls;
    private final Consumer<Runnable> attempt;
    private final Consumer<String> done;
    private final TextArea note = new TextArea("Note for colleagues");
    private final DatePicker next = Days.field("Next contact");
    private final Div outcomes = Ui.div("outcomes");
    private @Nullable RecallDetails recall;

    /**
     * @param attempt runs a change and shows why it is refused
     * @param done shows what was recorded
     */
    RecallCallPart(RecallService recalls, Consumer<Runnable> attempt, Consumer<String> done) {
        this.recalls = recalls;
        this.attempt = attempt;
        this.done = done;
        note.setMaxLength(RecallService.LONGEST_NOTE);
        // a key that ends the call must see the last letter
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setHelperText("No health details, please");
        note.setWidthFull();
        next.setHelperText("Optional: else the day on the button");
        next.setClearButtonVisible(true);
        next.setWidthFull();
        next.addValueChangeListener(e -> drawOutcomes());
        getContent().addClassName("panel-part");
        getContent().add(new H3("How did it end?"), note, next, outcomes);
    }

    /** Shows the outcomes that are possible now; what is being typed stays. */
    void show(RecallDetails now) {
        recall = now;
        getContent()
                .setVisible(now.status() == RecallStatus.OPEN && !now.row().isOnHold() && !isSomebodyElseCalling(now));
        next.setMin(now.today().plusDays(1));
        next.setMax(now.today().plusYears(1));
        drawOutcomes();
    }

    private static boolean isSomebodyElseCalling(RecallDetails recall) {
        return recall.callerNow() != null
                && !recall.callerNow().equals(CurrentUser.current().staff());
    }

    /** Returns whether something was typed that is not recorded with a call yet. */
    boolean hasTyped() {
        return !note.isEmpty() || !next.isEmpty();
    }

    DatePicker nextField() {
        return next;
    }

    TextArea noteField() {
        return note;
    }

    private void drawOutcomes() {
        outcomes.removeAll();
        if (recall == null) {
            return;
        }
        for (var result : RecallResult.values()) {
            outcomes.add(button(result, recall));
        }
    }

    private Button button(RecallResult result, RecallDetails now) {
        var key = String.valueOf(result.ordinal() + 1);
        var hint = Ui.text("kbd", key);
        hint.getElement().setAttribute("aria-hidden", "true");
        var follows = result.hasNext() ? "again " + Dates.day(nextAfter(result, now)) : "nobody calls again";
        var button = new Button(
                Ui.span(
                        "outcome",
                        hint,
                        Ui.span(
                                "two",
                                Ui.text("", result.label() + (result.hasNext() ? "" : "…")),
                                Ui.text("quiet", follows))),
                e -> choose(result));
        if (result == RecallResult.REACHED) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Keys.on(button, key, result.label());
        return button;
    }

    private LocalDate nextAfter(RecallResult result, RecallDetails now) {
        return next.getValue() != null
                ? next.getValue()
                : result == RecallResult.NOT_NOW ? now.proposedAfterNotNow() : now.proposed();
    }

    private void choose(RecallResult result) {
        var now = Objects.requireNonNull(recall);
        if (!result.hasNext()) {
            askWhyDeclined(now);
        } else {
            attempt.accept(() -> {
                recalls.attempt(now.row().patient(), now.version(), result, nextAfter(result, now), note.getValue());
                recorded(result);
            });
        }
    }

    /** Asks why the patient does not want another visit. */
    private void askWhyDeclined(RecallDetails now) {
        var patient = now.row().patient();
        var form = Dialogs.form(now.row().name() + " declined")
                .say("Nobody calls this patient again before the next visit.")
                .destructive()
                .about("recall");
        var why =
                form.required(UiFields.choice("Why", DeclineReason.values(), DeclineReason::label), "Choose a reason");
        var words = form.optional(UiFields.area("Note for colleagues", RecallService.LONGEST_NOTE));
        words.setHelperText("No health details, please");
        words.setValue(note.getValue());
        var seen = form.latest(
                now,
                () -> recalls.reload(patient).filter(one -> one.status() == RecallStatus.OPEN),
                (before, latest) ->
                        "A colleague changed this recall in the meantime: " + RecallWords.tried(latest.row()));
        form.at(RecallField.NOTE, words)
                .open(
                        "Decline",
                        () -> recalls.decline(patient, seen.get().version(), why.getValue(), words.getValue()),
                        () -> recorded(RecallResult.DECLINED));
    }

    private void recorded(RecallResult result) {
        note.clear();
        next.clear();
        done.accept(result.label());
    }
}
