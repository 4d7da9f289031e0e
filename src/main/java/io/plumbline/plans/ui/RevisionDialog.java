package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.CareGrowth;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Shows what a revision changes, and asks why, and for the patient's agreement to more care. */
class RevisionDialog extends Composite<Dialog> {
    private final PlanRevisionService revisions;
    private final PlanId plan;
    private final long version;
    private final Consumer<String> changed;
    private final Runnable applied;
    private final CareGrowth growth;
    private final TextArea reason = new TextArea("Reason");
    private final AgreementFields agreement;
    private final Div messages = new Div();

    /**
     * @param version the version of the revision that is compared
     * @param typed the reason that was typed before the plan changed in the meantime; otherwise empty
     * @param changed called with the typed reason if the plan or the revision was changed in the meantime
     */
    RevisionDialog(
            PlanRevisionService revisions,
            PlanId plan,
            long version,
            CareGrowth growth,
            String patientName,
            LocalDate today,
            Component comparison,
            String typed,
            Consumer<String> changed,
            Runnable applied) {
        this.revisions = revisions;
        this.plan = plan;
        this.version = version;
        this.growth = growth;
        this.changed = changed;
        this.applied = applied;
        reason.setMaxLength(400);
        reason.setValue(typed);
        reason.setWidthFull();
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText("Saved with the plan for clinicians");
        agreement = new AgreementFields("The patient agreed to " + growth.words(), patientName, today);
        agreement.setVisible(!growth.isNone());
        Dialogs.ask(
                getContent(),
                Dialogs.Width.LARGE,
                "Revise the plan",
                () -> !reason.getValue().isBlank(),
                Ui.once("Apply the revision", this::apply),
                messages,
                comparison,
                Ui.text("muted", "Delivered and booked visits stay. The other visits are planned again from today on."),
                reason,
                agreement);
    }

    void open() {
        getContent().open();
    }

    private void apply() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter why the plan is revised");
        if (!growth.isNone()) {
            agreement.refuseIncomplete(wrong);
        }
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(() -> {
                    messages.add(Ui.alert("The plan or this revision was changed in the meantime. Close this dialog and"
                            + " compare again; your reason is kept."));
                    changed.accept(reason.getValue());
                })
                .ifNotAvailable(() ->
                        messages.add(Ui.alert("You no longer have access to this plan. Keep a copy of what you typed")))
                .run(() -> {
                    revisions.apply(
                            plan,
                            version,
                            new PlanRevisionService.Order(
                                    reason.getValue(), growth.isNone() ? null : agreement.read()));
                    getContent().close();
                    applied.run();
                });
    }
}
