package io.plumbline.plans.ui;

import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.UiFields;
import java.util.Locale;

/** Explains a status change of a plan and asks for its reason. */
final class MoveDialog {
    private final PlanService plans;
    private final PlanId plan;
    private long version;
    private PlanStatus from;

    MoveDialog(PlanService plans, PlanId plan, long version, PlanStatus from) {
        this.plans = plans;
        this.plan = plan;
        this.version = version;
        this.from = from;
    }

    /** @param moved runs once the plan has the status */
    void open(PlanStatus to, Runnable moved) {
        var form = Dialogs.form(title(to))
                .about("plan")
                .ifChanged(() -> plans.open(plan), this::whatChanged)
                .say(meaning(to));
        if (to == PlanStatus.REVOKED || to == PlanStatus.ENTERED_IN_ERROR) {
            form.destructive();
        }
        var reason = form.reason(UiFields.area("Reason", 400), "Enter a reason; it is kept with the plan");
        reason.setHelperText("Saved in the plan history for clinicians");
        form.open(verb(to), () -> plans.move(plan, version, to, reason.getValue()), moved);
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

    private String whatChanged(PlanDetails now) {
        var changed = changed(now);
        version = now.version();
        from = now.status();
        return changed;
    }

    private String changed(PlanDetails now) {
        if (now.status() != from) {
            return now.history().getLast().by() + " changed this plan in the meantime: it is now "
                    + now.status().label().toLowerCase(Locale.ROOT);
        }
        return ChangedPlan.status(now, "is still") + ChangedPlan.progress(now);
    }
}
