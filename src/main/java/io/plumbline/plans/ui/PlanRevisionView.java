package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.practitioners.PractitionerLabel;
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
import java.util.stream.Collectors;

/** Writes a revision of an active plan. What is typed is kept; the plan stays as it is until the revision is applied. */
@Route(Routes.PLANS + "/:" + Routes.ID + "/" + Routes.REVISE)
@PageTitle("Revise a treatment plan · Plumbline")
@RolesAllowed(Permission.PLAN_WRITE)
class PlanRevisionView extends Main implements BeforeEnterObserver {
    private final PlanService plans;
    private final PlanRevisionService revisions;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final MeasureService measures;
    private final PhaseDefaults phases;
    private final IntakeVocabulary vocabulary;
    private final BreakGlassBanners breakGlass;
    private final Clock clock;

    PlanRevisionView(
            PlanService plans,
            PlanRevisionService revisions,
            PatientService patients,
            PractitionerService practitioners,
            ClinicService clinics,
            MeasureService measures,
            PhaseDefaults phases,
            IntakeVocabulary vocabulary,
            BreakGlassBanners breakGlass,
            Clock clock) {
        this.plans = plans;
        this.revisions = revisions;
        this.patients = patients;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.measures = measures;
        this.phases = phases;
        this.vocabulary = vocabulary;
        this.breakGlass = breakGlass;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var plan = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PlanId::new)
                .flatMap(plans::open)
                .filter(opened -> opened.clinical() != null)
                .orElseThrow(NotFoundException::new);
        if (plan.status() == PlanStatus.ACTIVE) {
            show(plan);
        } else {
            event.forwardTo(Routes.plan(plan.id()));
        }
    }

    private void show(PlanDetails plan) {
        removeAll();
        breakGlass.of(plan.patient()).ifPresent(this::add);
        var patient = patients.details(plan.patient()).orElseThrow(NotFoundException::new);
        var clinic = clinics.label(plan.clinic());
        var working = practitioners.workingAt(plan.clinic());
        var scores = new GoalScores(measures.measures(), measures.findByPatient(patient));
        var words = new RevisionWords(
                measures.measures(),
                vocabulary,
                plans.diagnoses(),
                working.stream().collect(Collectors.toMap(PractitionerLabel::id, PractitionerLabel::name)));
        add(PatientHeader.ofRecord(patient.header()));
        add(new RevisionEditor(
                revisions,
                plan,
                changed -> {
                    var form = new PlanForm(
                            working,
                            scores,
                            phases,
                            vocabulary,
                            plans.diagnoses(),
                            clinic.combinedCare(),
                            typed -> revisions.preview(plan, typed),
                            changed);
                    if (patient.isPregnant()) {
                        form.forPregnancy();
                    }
                    return form;
                },
                words,
                clock,
                clinic));
    }
}
