package io.plumbline.reactions.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionField;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionService.Choice;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for an adverse reaction: what happened, when, after which treatment, how severe, and what is done next. */
final class ReactionDialog {
    private final FormDialog form = Dialogs.form("Record an adverse reaction").about("record");
    private final TextArea description;
    private final DatePicker beganOn = Days.field("Began on");
    private final TimePicker beganAt = Times.field("Time, if known", null);
    private final Select<AppointmentType> suspected =
            UiFields.optional("Treatment suspected", "Not clear", AppointmentType.treatments(), AppointmentType::label);
    private final TextField area = UiFields.line("Area", ReactionDraft.LONGEST_AREA);
    private final Select<ReactionSeverity> severity;
    private final Select<ReactionOutcome> outcome;
    private final FollowUpFields followUp;

    /** @param treatment proposed as suspected; null if none is */
    ReactionDialog(Choice choice, @Nullable AppointmentType treatment) {
        followUp = new FollowUpFields(choice.colleagues());
        description = form.required(
                UiFields.area("What happened", ReactionDraft.LONGEST_DESCRIPTION),
                "Enter what happened, in the patient's words or as you saw it");
        description.setHelperText("In the patient's words, or as you saw it");
        beganOn.setMax(choice.today());
        beganOn.setValue(choice.treatedOn());
        beganAt.setLabel("Time, if known");
        suspected.setValue(treatment);
        area.setValue(choice.area());
        area.setHelperText("What was treated, such as the lower back; may be empty");
        form.add(Ui.div("cluster", beganOn, beganAt), suspected, area).check(wrong -> {
            wrong.refuseEmpty(beganOn, "Choose today or an earlier day");
            wrong.refuse(beganAt, false, "Enter a time, or leave it empty");
        });
        severity = form.required(
                UiFields.choice("Severity", ReactionSeverity.values(), ReactionSeverity::label), "Choose a severity");
        severity.setPlaceholder("Choose");
        severity.setHelperText(
                "Of the reaction itself, for this patient. It does not say how serious it is: a severe rash"
                        + " may not be serious, a mild heart problem is");
        severity.addValueChangeListener(e -> offer());
        outcome = form.required(
                UiFields.choice("Outcome now", ReactionOutcome.values(), ReactionOutcome::label),
                "Choose an outcome; it is changed when you know more");
        outcome.setPlaceholder("Choose");
        outcome.addValueChangeListener(e -> offer());
        followUp.addTo(form, this::isFollowUpNeeded);
        form.at(ReactionField.DESCRIPTION, description)
                .at(ReactionField.BEGAN_ON, beganOn)
                .at(ReactionField.BEGAN_AT, beganAt)
                .at(ReactionField.OUTCOME, outcome);
        offer();
    }

    /**
     * Opens the dialog.
     *
     * @param save records the reaction; may refuse it
     * @param saved runs once it is recorded and the dialog is closed
     */
    void open(Consumer<ReactionDraft> save, Consumer<ReactionDraft> saved) {
        form.open(
                "Record reaction",
                () -> {
                    var draft = draft();
                    save.accept(draft);
                    return draft;
                },
                saved);
    }

    private void offer() {
        followUp.setVisible(outcome.getValue() == null || !outcome.getValue().isOver());
        followUp.say(isFollowUpNeeded() ? "A severe reaction needs one" : "Leave it empty if none was agreed");
    }

    private boolean isFollowUpNeeded() {
        return severity.getValue() == ReactionSeverity.SEVERE && followUp.isVisible();
    }

    private ReactionDraft draft() {
        return new ReactionDraft(
                beganOn.getValue(),
                beganAt.getValue(),
                description.getValue(),
                suspected.getValue(),
                area.getValue(),
                severity.getValue(),
                outcome.getValue(),
                followUp.read());
    }
}
