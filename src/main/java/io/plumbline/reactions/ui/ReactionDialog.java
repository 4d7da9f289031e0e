package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionField;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionService.Choice;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for an adverse reaction: what happened, when, after which treatment, how severe, and what is done next. */
class ReactionDialog extends Composite<Dialog> {
    private final TextArea description = new TextArea("What happened");
    private final DatePicker beganOn = Days.field("Began on");
    private final TimePicker beganAt = Times.field("Time, if known", null);
    private final Select<AppointmentType> suspected = new Select<>();
    private final TextField area = new TextField("Area");
    private final Select<ReactionSeverity> severity = new Select<>();
    private final Select<ReactionOutcome> outcome = new Select<>();
    private final FollowUpFields followUp;
    private final Div messages = new Div();
    private final Choice choice;
    private final Consumer<ReactionDraft> save;

    /**
     * @param treatment proposed as suspected; null if none is
     * @param save records the reaction; may refuse it
     */
    ReactionDialog(Choice choice, @Nullable AppointmentType treatment, Consumer<ReactionDraft> save) {
        this.choice = choice;
        this.save = save;
        followUp = new FollowUpFields(choice.colleagues());
        description.setHelperText("In the patient's words, or as you saw it");
        description.setMaxLength(ReactionDraft.LONGEST_DESCRIPTION);
        // Escape must see the last keystroke
        description.setValueChangeMode(ValueChangeMode.EAGER);
        description.setWidthFull();
        beganOn.setMax(choice.today());
        beganOn.setValue(choice.treatedOn());
        beganAt.setLabel("Time, if known");
        suspected.setLabel("Treatment suspected");
        suspected.setItems(AppointmentType.treatments());
        suspected.setItemLabelGenerator(type -> type == null ? "Not clear" : type.label());
        suspected.setEmptySelectionAllowed(true);
        suspected.setEmptySelectionCaption("Not clear");
        suspected.setPlaceholder("Not clear");
        suspected.setValue(treatment);
        suspected.setWidthFull();
        area.setMaxLength(ReactionDraft.LONGEST_AREA);
        area.setValue(choice.area());
        area.setHelperText("What was treated, such as the lower back; may be empty");
        area.setValueChangeMode(ValueChangeMode.EAGER);
        area.setWidthFull();
        severity.setLabel("Severity");
        severity.setItems(ReactionSeverity.values());
        severity.setItemLabelGenerator(ReactionSeverity::label);
        severity.setPlaceholder("Choose");
        severity.setHelperText(
                "Of the reaction itself, for this patient. It does not say how serious it is: a severe rash"
                        + " may not be serious, a mild heart problem is");
        severity.addValueChangeListener(e -> offer());
        severity.setWidthFull();
        outcome.setLabel("Outcome now");
        outcome.setItems(ReactionOutcome.values());
        outcome.setItemLabelGenerator(ReactionOutcome::label);
        outcome.setPlaceholder("Choose");
        outcome.addValueChangeListener(e -> offer());
        outcome.setWidthFull();
        offer();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Record an adverse reaction",
                this::isTyped,
                Ui.once("Record reaction", this::attempt),
                messages,
                description,
                Ui.div("cluster", beganOn, beganAt),
                suspected,
                area,
                severity,
                outcome,
                followUp);
    }

    void open() {
        getContent().open();
    }

    private void offer() {
        followUp.setVisible(outcome.getValue() == null || !outcome.getValue().isOver());
        followUp.say(isFollowUpNeeded() ? "A severe reaction needs one" : "Leave it empty if none was agreed");
    }

    private boolean isFollowUpNeeded() {
        return severity.getValue() == ReactionSeverity.SEVERE && followUp.isVisible();
    }

    private boolean isTyped() {
        return !description.isEmpty()
                || !Objects.equals(beganOn.getValue(), choice.treatedOn())
                || !area.getValue().equals(choice.area())
                || severity.getValue() != null
                || followUp.isTyped();
    }

    private void attempt() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(description, "Enter what happened, in the patient's words or as you saw it");
        wrong.refuseEmpty(beganOn, "Choose today or an earlier day");
        wrong.refuse(beganAt, false, "Enter a time, or leave it empty");
        wrong.refuseEmpty(severity, "Choose a severity");
        wrong.refuseEmpty(outcome, "Choose an outcome; it is changed when you know more");
        followUp.check(wrong, isFollowUpNeeded());
        if (!wrong.areNone()) {
            return;
        }
        var attempt = Attempt.showing(messages)
                .at(ReactionField.DESCRIPTION, description)
                .at(ReactionField.BEGAN_ON, beganOn)
                .at(ReactionField.BEGAN_AT, beganAt)
                .at(ReactionField.OUTCOME, outcome)
                .ifNotAvailable("This record is no longer available to you. Keep a copy of what you typed");
        followUp.answering(attempt).run(() -> {
            save.accept(new ReactionDraft(
                    beganOn.getValue(),
                    beganAt.getValue(),
                    description.getValue(),
                    suspected.getValue(),
                    area.getValue(),
                    severity.getValue(),
                    outcome.getValue(),
                    followUp.read()));
            getContent().close();
        });
    }
}
