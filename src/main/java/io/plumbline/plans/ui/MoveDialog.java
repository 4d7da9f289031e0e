package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;

/** Explains a status change of a plan and asks for its reason. */
class MoveDialog extends Composite<Dialog> {
    private final PlanService plans;
    private final PlanId plan;
    private final PlanStatus to;
    private final Runnable moved;
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();
    private long version;
    private PlanStatus from;

    MoveDialog(PlanService plans, PlanId plan, long version, PlanStatus from, PlanStatus to, Runnable moved) {
        this.plans = plans;
        this.plan = plan;
        this.version = version;
        this.from = from;
        this.to = to;
        this.moved = moved;
        reason.setMaxLength(400);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        reason.setHelperText("Saved in the plan history for clinicians");
        var save = Ui.once(verb(to), this::save);
        if (to == PlanStatus.REVOKED || to == PlanStatus.ENTERED_IN_ERROR) {
            Dialogs.destructive(save);
        }
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                title(to),
                this::isTyped,
                save,
                messages,
                Ui.text("muted", meaning(to)),
                reason);
    }

    /** Returns the button label for a status. */
    static String verb(PlanStatus to) {
        return switch (to) {
            case ON_HOLD -> "Hold";
            case ACTIVE -> "Resume";
            case COMPLETED -> "Complete";
            case REVOKED -> "Revoke";
            case ENTERED_IN_ERROR -> "Mark as an error";
            case DRAFT -> throw new IllegalArgumentException("A plan cannot return to draft");
        };
    }

    private static String title(PlanStatus to) {
        return to == PlanStatus.ENTERED_IN_ERROR ? "Entered in error" : verb(to) + " this plan";
    }

    private static String meaning(PlanStatus to) {
        return switch (to) {
            case ON_HOLD ->
                "No visits are booked and none fall behind until the plan is resumed. Existing bookings remain.";
            case ACTIVE ->
                "The remaining visits are planned again from today on. None moves earlier than it was planned.";
            case COMPLETED -> "The plan is completed and its remaining visits end. Existing bookings remain.";
            case REVOKED -> "The plan is revoked and its remaining visits end. Existing bookings remain.";
            case ENTERED_IN_ERROR -> "The plan was entered in error. It stays readable but no longer counts.";
            case DRAFT -> throw new IllegalArgumentException("A plan cannot return to draft");
        };
    }

    void open() {
        getContent().open();
        reason.focus();
    }

    private boolean isTyped() {
        return !reason.getValue().isBlank();
    }

    private void save() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter a reason; it is kept with the plan");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(() -> {
                    plans.open(plan).ifPresentOrElse(this::sayWhatChanged, this::showNotAvailable);
                })
                .ifNotAvailable(this::showNotAvailable)
                .run(() -> {
                    plans.move(plan, version, to, reason.getValue());
                    getContent().close();
                    moved.run();
                });
    }

    private void sayWhatChanged(PlanDetails now) {
        messages.add(ChangedPlan.tryAgain(changed(now)));
        version = now.version();
        from = now.status();
    }

    private String changed(PlanDetails now) {
        if (now.status() != from) {
            return now.history().getLast().by() + " changed this plan in the meantime: it is now "
                    + now.status().label().toLowerCase(Locale.ROOT);
        }
        return ChangedPlan.status(now, "is still") + ChangedPlan.progress(now);
    }

    private void showNotAvailable() {
        messages.add(ChangedPlan.notAvailable());
    }
}
