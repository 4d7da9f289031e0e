package io.plumbline.plans.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.PatientTab;
import io.plumbline.plans.PlanLabel;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The patient's treatment plans; the chiropractor starts one here. */
@Order(30)
@Component
class PlansOfPatient implements PatientSection {
    private final PlanService plans;

    PlansOfPatient(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public Place place() {
        return Place.PLANS;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (!PatientTab.PLANS.isOpenTo(patient)) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        var rows = plans.findByPatient(patient);
        rows.stream()
                .map(plan -> new ListItem(new Anchor(Routes.plan(plan.id()), words(plan))))
                .forEach(list::add);
        var card = Ui.card("Treatment plans", list.getComponentCount() == 0 ? Ui.text("muted", "None yet.") : list);
        if (rows.size() == PlanService.MOST_OF_ONE) {
            card.add(Ui.text("muted", "The newest " + PlanService.MOST_OF_ONE + " plans"));
        }
        var isDrafted = rows.stream().anyMatch(plan -> plan.status() == PlanStatus.DRAFT);
        if (AtClinic.may(Permission.PLAN_WRITE, patient.clinics())
                && patient.clinical() != null
                && patient.status() == PatientStatus.ACTIVE
                && !isDrafted) {
            var messages = Ui.div("stack-2");
            card.add(messages, Ui.div("cluster", new Button("New treatment plan", e -> Attempt.showing(messages)
                    .run(() -> Ui.navigate(Routes.plan(plans.begin(patient.id())))))));
        }
        return Optional.of(card);
    }

    private static String words(PlanLabel plan) {
        return plan.title() + ", " + plan.status().label()
                + (plan.status() == PlanStatus.DRAFT
                        ? ""
                        : ", " + plan.delivered() + " of " + plan.planned() + " visits");
    }
}
