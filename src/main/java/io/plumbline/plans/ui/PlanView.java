package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientDetails;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.OpenedPlan;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.summary.PainAfterVisits;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Route(Routes.PLANS + "/:" + Routes.ID)
@PageTitle("Treatment plan · Plumbline")
@RolesAllowed(Permission.PLAN_READ)
class PlanView extends Main implements BeforeEnterObserver {
    private final PlanService plans;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final MeasureService measures;
    private final PlanStepService steps;
    private final PlanRevisionService revisions;
    private final PhaseDefaults phases;
    private final IntakeVocabulary vocabulary;
    private final IntakeOfPlan intake;
    private final PainAfterVisits painAfter;
    private final BreakGlassBanners breakGlass;
    private final PlanHead heads;
    private final StepActs acts;
    private final PlanLetters letters;
    private final TemplatesOfPlans templates;
    private final DeskOrders orders;
    private final Clock clock;

    PlanView(
            PlanService plans,
            PractitionerService practitioners,
            ClinicService clinics,
            MeasureService measures,
            PlanStepService steps,
            PlanRevisionService revisions,
            PhaseDefaults phases,
            IntakeVocabulary vocabulary,
            IntakeOfPlan intake,
            PainAfterVisits painAfter,
            BreakGlassBanners breakGlass,
            PlanHead heads,
            StepActs acts,
            PlanLetters letters,
            TemplatesOfPlans templates,
            DeskOrders orders,
            Clock clock) {
        this.plans = plans;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.measures = measures;
        this.steps = steps;
        this.revisions = revisions;
        this.phases = phases;
        this.vocabulary = vocabulary;
        this.intake = intake;
        this.painAfter = painAfter;
        this.breakGlass = breakGlass;
        this.heads = heads;
        this.acts = acts;
        this.letters = letters;
        this.templates = templates;
        this.orders = orders;
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
            add(toFollow(opened, clinic));
        }
    }

    private Component toFollow(OpenedPlan opened, ClinicLabel clinic) {
        var plan = opened.plan();
        var today = clinic.today(clock);
        var head = PlanHead.of(plan, clinic);
        var page = Ui.div("page wide", head);
        if (plan.clinicalHold() || plan.thrustHold()) {
            page.add(Ui.hold("Clinical hold: " + PlanDocument.held(plan)));
        }
        if (plan.heldOn() != null) {
            page.add(PlanHistory.rests(plan));
        }
        if (plan.referralOpenOn() != null && plan.status().isRunning()) {
            page.add(acts.openReferral(plan, plan.referralOpenOn(), mayWrite(opened.patient())));
        }
        var outlook = Optional.ofNullable(opened.outlook());
        outlook.map(where -> step(opened, where, clinic, today)).ifPresent(page::add);
        var scores = plan.clinical() == null ? null : new GoalScores(measures.measures(), opened.scores());
        page.add(PlanTimeline.of(plan, scores == null ? null : facts(opened, scores), clinic, today));
        if (plan.clinical() != null && scores != null) {
            page.add(GoalCards.of(plan.clinical().draft().goals(), scores, today));
            page.add(factors(opened, plan.clinical().draft()));
            page.add(reason(plan.clinical(), opened.patient()));
        }
        if (!plan.stillBooked().isEmpty() && plan.status() != PlanStatus.ACTIVE) {
            page.add(PlanHistory.stillBooked(plan));
        }
        var names = practitioners.namesOf(
                plan.visits().stream().map(PlanDetails.Visit::practitioner).collect(Collectors.toSet()));
        page.add(PlanVisits.of(plan, clinic.combinedCare(), today, names));
        if (plan.clinical() != null) {
            orders.afterPlan(plan.id(), plan.patient()).ifPresent(page::add);
            page.add(RevisionCard.of(
                    () -> revisions.findByPlan(plan),
                    practitioners::namesOf,
                    known -> new RevisionWords(measures.measures(), vocabulary, plans.diagnoses(), known),
                    clinic.timesFor(clinics.ownZone())));
        }
        templates.card(plan).ifPresent(page::add);
        letters.link(plan).ifPresent(link -> page.add(Ui.card("Documents", link)));
        page.add(PlanHistory.steps(plan, clinic.timesFor(clinics.ownZone())));
        var isBookMain = outlook.filter(where -> where.isStepOpen() || where.isReevaluationDue(today))
                .isEmpty();
        head.add(heads.actions(plan, opened.patient(), clinic, today, isBookMain));
        return page;
    }

    private PlanTimeline.@Nullable Facts facts(OpenedPlan opened, GoalScores scores) {
        var clinical = opened.plan().clinical();
        return clinical == null || opened.outlook() == null
                ? null
                : new PlanTimeline.Facts(
                        opened.outlook(), scores, clinical.draft().goals(), painAfter.findByPatient(opened.patient()));
    }

    private static boolean mayWrite(PatientDetails patient) {
        return AtClinic.may(Permission.PLAN_WRITE, patient.clinics());
    }

    private Component step(OpenedPlan opened, Outlook outlook, ClinicLabel clinic, LocalDate today) {
        var plan = opened.plan();
        var decides = plan.status() == PlanStatus.ACTIVE && mayWrite(opened.patient());
        var by = outlook.decisions().stream().map(PlanStepService.Decision::by).collect(Collectors.toSet());
        return StepCard.of(
                plan,
                outlook,
                steps.rules(),
                practitioners.namesOf(by),
                clinic.timesFor(clinics.ownZone()),
                decides ? acts.of(opened, outlook, today) : null);
    }

    private Component factors(OpenedPlan opened, PlanDraft draft) {
        var plan = opened.plan();
        var messages = Ui.div("stack-2");
        var decides = plan.status().isRunning() && mayWrite(opened.patient());
        var card = FactorCards.of(
                draft,
                vocabulary,
                !decides
                        ? null
                        : (factor, now) -> Attempt.showing(messages)
                                .ifChanged(() -> {
                                    PlanHead.showChanged();
                                    Toast.warn(
                                            "A colleague changed the plan in the meantime. Choose the status again.");
                                })
                                .run(() -> {
                                    steps.noteFactor(plan.id(), plan.version(), factor.code(), now);
                                    PlanHead.showChanged();
                                }));
        return Ui.div("stack-2", messages, card);
    }

    private Component reason(PlanDetails.Clinical clinical, PatientDetails patient) {
        var card = Ui.card("Reason for care", Ui.text("", clinical.draft().reasonForCare()));
        clinical.draft().diagnoses().stream()
                .flatMap(code -> plans.diagnoses().find(code).stream())
                .map(diagnosis -> Ui.text("num", diagnosis.words()))
                .forEach(card::add);
        card.add(intake.link(clinical.intake(), patient));
        return card;
    }
}
