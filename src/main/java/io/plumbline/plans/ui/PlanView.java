package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.OpenedPlan;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

@Route(Routes.PLANS + "/:" + Routes.ID)
@PageTitle("Treatment plan · Plumbline")
@RolesAllowed(Permission.PLAN_READ)
class PlanView extends Main implements BeforeEnterObserver {
    private final PlanService plans;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final MeasureService measures;
    private final PlanStepService steps;
    private final PhaseDefaults phases;
    private final IntakeVocabulary vocabulary;
    private final IntakeOfPlan intake;
    private final BreakGlassBanners breakGlass;
    private final TemplatesOfPlans templates;
    private final FollowedPlan followed;
    private final Clock clock;

    PlanView(
            PlanService plans,
            PractitionerService practitioners,
            ClinicService clinics,
            MeasureService measures,
            PlanStepService steps,
            PhaseDefaults phases,
            IntakeVocabulary vocabulary,
            IntakeOfPlan intake,
            BreakGlassBanners breakGlass,
            TemplatesOfPlans templates,
            FollowedPlan followed,
            Clock clock) {
        this.plans = plans;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.measures = measures;
        this.steps = steps;
        this.phases = phases;
        this.vocabulary = vocabulary;
        this.intake = intake;
        this.breakGlass = breakGlass;
        this.templates = templates;
        this.followed = followed;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PlanId::new)
                .flatMap(steps::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(OpenedPlan opened) {
        removeAll();
        var plan = opened.plan();
        var patient = opened.patient();
        breakGlass.of(plan.patient()).ifPresent(this::add);
        var clinic = clinics.label(plan.clinic());
        add(PatientHeader.ofRecord(patient.header()));
        var clinical = plan.clinical();
        if (plan.status() == PlanStatus.DRAFT && clinical != null && mayWrite(patient)) {
            intake.notice(clinical.intake(), opened.patient()).ifPresent(this::add);
            var editor = new PlanEditor(
                    plans,
                    plan,
                    clinical.draft(),
                    practitioners.workingAt(plan.clinic()),
                    new GoalScores(measures.measures(), opened.scores()),
                    phases,
                    templates.offered(),
                    vocabulary,
                    PlanHead.of(plan, clinic),
                    clock,
                    clinic);
            if (patient.isPregnant()) {
                editor.forPregnancy();
            }
            add(editor);
        } else {
            add(followed.of(opened, clinic));
        }
    }

    static boolean mayWrite(PatientDetails patient) {
        return AtClinic.may(Permission.PLAN_WRITE, patient.clinics());
    }
}
