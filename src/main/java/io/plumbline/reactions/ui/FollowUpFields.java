package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.reactions.FollowUpPlan;
import io.plumbline.reactions.ReactionField;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService.Colleague;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The fields of the next follow-up: the day, who, and what was agreed. */
class FollowUpFields extends Composite<Div> {
    private final DatePicker on = Days.field("Next follow-up on");
    private final Select<Colleague> by;
    private final TextField agreed = UiFields.line("What was agreed", FollowUpPlan.LONGEST);
    private final List<Colleague> colleagues;
    private @Nullable LocalDate proposedOn;
    private @Nullable Colleague proposedBy;
    private String proposedAgreed = "";

    /** @param colleagues who may follow up; the first is proposed */
    FollowUpFields(List<Colleague> colleagues) {
        this.colleagues = colleagues;
        proposedBy = colleagues.getFirst();
        by = UiFields.choice("Who follows up", colleagues, Colleague::name);
        by.setPlaceholder("Choose");
        by.setValue(proposedBy);
        getContent().addClassName("stack-3");
        getContent().add(on, by, agreed);
    }

    /** Says when a follow-up is needed. */
    void say(String help) {
        on.setHelperText(help);
    }

    /**
     * Proposes the follow-up that a colleague agreed, unless a person typed one. Who follows up is to be chosen, if the
     * reader may not choose that colleague.
     *
     * @param due null if none is due
     */
    void propose(ReactionRow.@Nullable FollowUp due) {
        if (isTyped()) {
            return;
        }
        proposedOn = due == null ? null : due.on();
        proposedBy = due == null
                ? colleagues.getFirst()
                : colleagues.stream()
                        .filter(one -> one.id().equals(due.staff()))
                        .findFirst()
                        .orElse(null);
        proposedAgreed = due == null ? "" : due.agreed();
        on.setValue(proposedOn);
        by.setValue(proposedBy);
        agreed.setValue(proposedAgreed);
    }

    /** Returns whether a person changed what is proposed. */
    boolean isTyped() {
        return !Objects.equals(on.getValue(), proposedOn)
                || !Objects.equals(by.getValue(), proposedBy)
                || !agreed.getValue().equals(proposedAgreed);
    }

    /**
     * Adds the fields to a dialog. It refuses a day that is missing or cannot be read, and who follows up if that is
     * missing.
     */
    void addTo(FormDialog form, BooleanSupplier isNeeded) {
        form.add(this)
                .check(wrong -> check(wrong, isNeeded.getAsBoolean()))
                .at(ReactionField.FOLLOW_UP_ON, on)
                .at(ReactionField.FOLLOW_UP_BY, by)
                .at(ReactionField.FOLLOW_UP_AGREED, agreed);
    }

    private void check(FormErrors wrong, boolean isNeeded) {
        if (isVisible()) {
            var isMissing = on.isEmpty() && (isNeeded || !agreed.isEmpty());
            wrong.refuse(on, isMissing, "Choose the day of the follow-up");
            wrong.refuse(by, by.isEmpty() && !on.isEmpty(), "Choose yourself or somebody of the care team");
        }
    }

    /** Returns the follow-up; null if none is typed, or the fields are not shown. */
    @Nullable
    FollowUpPlan read() {
        var day = isVisible() ? on.getValue() : null;
        return day == null ? null : new FollowUpPlan(day, by.getValue().id(), agreed.getValue());
    }
}
