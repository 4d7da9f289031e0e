package io.plumbline.plans.ui.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.intake.AfterIntake;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** Leads the chiropractor from a signed intake note to the treatment plan; from an examination to what follows from it. */
@org.springframework.stereotype.Component
class PlanAfterIntake implements AfterIntake {
    private final PlanService plans;

    PlanAfterIntake(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (!AtClinic.may(Permission.PLAN_WRITE, patient.clinics()) || patient.clinical() == null) {
            return Optional.empty();
        }
        var all = plans.findByPatient(patient);
        var worse = all.stream()
                .filter(plan -> plan.status() == PlanStatus.ACTIVE && plan.isWorse())
                .findFirst();
        if (worse.isPresent()) {
            return Optional.of(new Anchor(
                    Routes.plan(worse.get().id()),
                    "Decide what follows: " + worse.get().title()));
        }
        var draft =
                all.stream().filter(plan -> plan.status() == PlanStatus.DRAFT).findFirst();
        if (draft.isPresent()) {
            return Optional.of(new Anchor(Routes.plan(draft.get().id()), "Continue the treatment plan"));
        }
        if (!patient.on(patient.id()).mayBegin(NewEntry.PLAN)) {
            return Optional.empty();
        }
        var messages = Ui.div("stack-2");
        var begin = new Button("New treatment plan", e -> {
            Attempt.showing(messages).run(() -> Ui.navigate(Routes.plan(plans.begin(patient.id()))));
        });
        return Optional.of(Ui.div("stack-2", messages, Ui.div("cluster", begin)));
    }
}
