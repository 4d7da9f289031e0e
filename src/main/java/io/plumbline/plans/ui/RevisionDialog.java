package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.taper.CareGrowth;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Shows what a revision changes, and asks why, and for the patient's agreement to more care. */
final class RevisionDialog {
    private final FormDialog form;
    private final CareGrowth growth;
    private final TextArea reason;
    private final AgreementFields agreement;

    /**
     * @param typed the reason that was typed before the plan changed in the meantime; otherwise empty
     * @param changed called with the typed reason if the plan or the revision was changed in the meantime
     */
    RevisionDialog(
            CareGrowth growth,
            String patientName,
            LocalDate today,
            Component comparison,
            String typed,
            Consumer<String> changed) {
        this.growth = growth;
        form = Dialogs.form("Revise the plan")
                .width(Dialogs.Width.LARGE)
                .about("plan")
                .add(comparison)
                .say("Delivered and booked visits stay. The other visits are planned again from today on.");
        reason = form.reason(UiFields.area("Reason", 400), "Enter why the plan is revised");
        reason.setHelperText("Saved with the plan for clinicians");
        reason.setValue(typed);
        agreement = new AgreementFields("The patient agreed to " + growth.words(), patientName, today);
        agreement.setVisible(!growth.isNone());
        form.add(agreement)
                .check(wrong -> {
                    if (!growth.isNone()) {
                        agreement.refuseIncomplete(wrong);
                    }
                })
                .typedIf(() -> !reason.getValue().isBlank())
                .ifChanged(() -> {
                    form.warn("The plan or this revision was changed in the meantime. Close this dialog and"
                            + " compare again; your reason is kept.");
                    changed.accept(reason.getValue());
                });
    }

    /**
     * Opens the dialog.
     *
     * @param apply applies the revision that is compared
     */
    void open(Consumer<PlanRevisionService.Order> apply, Runnable applied) {
        form.open(
                "Apply the revision",
                () -> apply.accept(
                        new PlanRevisionService.Order(reason.getValue(), growth.isNone() ? null : agreement.read())),
                applied);
    }
}
