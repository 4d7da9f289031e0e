package io.plumbline.plans.ui.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDetails.PlanProgress;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientTab;
import io.plumbline.phases.PhaseStates;
import io.plumbline.plans.PlanLabel;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Bar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The patient's plan in force: how much is delivered, its phases in small, and the next step. */
@Order(10)
@org.springframework.stereotype.Component
class PlanInForce implements PatientSection {
    private final PlanService plans;

    PlanInForce(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (!PatientTab.PLANS.isOpenTo(patient)) {
            return Optional.of(progress(patient).map(PlanInForce::part).orElseGet(PlanInForce::none));
        }
        var rows = plans.findByPatient(patient);
        return Optional.of(rows.stream()
                .filter(plan -> plan.status().isRunning())
                .findFirst()
                .map(plan -> part(running(plan, patient)))
                .orElseGet(() -> drafted(rows)));
    }

    private static Component part(Component content) {
        return Ui.railPart("Plan", content);
    }

    private static Component none() {
        return Ui.railLine("Plan", "No active plan");
    }

    private static Optional<Component> progress(PatientDetails patient) {
        return Optional.ofNullable(patient.plan())
                .map(plan -> of(plan, Ui.text("strong", plan.title()), nextStep(plan, patient)));
    }

    private static Component running(PlanLabel plan, PatientDetails patient) {
        var link = new Anchor(Routes.plan(plan.id()), plan.title());
        link.addClassName("event-link");
        var progress = new PlanProgress(plan.title(), plan.planned(), plan.delivered());
        var shown = plan.status() == PlanStatus.ON_HOLD
                ? of(progress, link, "Nothing is booked until the plan is resumed")
                : of(progress, link, nextStep(progress, patient));
        addPhases(shown, plan.phases());
        return plan.status() == PlanStatus.ON_HOLD
                ? Ui.div(
                        "stack-2",
                        new StatusBadge(
                                StatusBadge.Tone.NEUTRAL,
                                Icon.PAUSE,
                                plan.status().label()),
                        shown)
                : shown;
    }

    private static Div of(PlanProgress plan, Component title, String next) {
        return Ui.div(
                "stack-1",
                title,
                new Bar("Visits", plan.delivered(), plan.planned()).draw(),
                Ui.text("muted small", next));
    }

    private static String nextStep(PlanProgress plan, PatientDetails patient) {
        if (plan.delivered() >= plan.planned()) {
            return "All visits delivered: decide on the next step";
        }
        if (patient.clinicalHold()) {
            return "Clinical hold: nothing is booked until the red flag is cleared";
        }
        return patient.nextVisitOn() == null ? "Next step: book the next visit" : "The next visit is booked";
    }

    private static Component drafted(List<PlanLabel> rows) {
        return rows.stream()
                .filter(plan -> plan.status() == PlanStatus.DRAFT)
                .findFirst()
                .map(plan -> part(new Anchor(Routes.plan(plan.id()), "Draft plan: finish and activate it")))
                .orElseGet(PlanInForce::none);
    }

    /** Shows the phases in the order of care, so that one sees how far the plan is. */
    private static void addPhases(Div part, @Nullable PhaseStates phases) {
        if (phases == null) {
            return;
        }
        var list = new OrderedList();
        list.addClassName("phase-strip");
        list.getElement().setAttribute("aria-label", "Phases of the plan");
        phases.states().forEach(state -> {
            var item = new ListItem(
                    Ui.text("", state.phase().label()),
                    Ui.text("unseen", ", " + state.status().label().toLowerCase(Locale.ROOT)));
            item.addClassName(state.status().name().toLowerCase(Locale.ROOT));
            if (state.status() == PhaseStates.Status.ACTIVE) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        });
        part.add(list);
    }
}
