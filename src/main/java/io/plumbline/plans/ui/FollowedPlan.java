package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientDetails;
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
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan that runs or has ended, on one screen: what is proposed with its buttons, the course, what is next beside the
 * factors, the goals and the history; all else is folded.
 */
@org.springframework.stereotype.Component
class FollowedPlan {
    private final PlanService plans;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final MeasureService measures;
    private final PlanStepService steps;
    private final PlanRevisionService revisions;
    private final IntakeVocabulary vocabulary;
    private final IntakeOfPlan intake;
    private final PainAfterVisits painAfter;
    private final PlanHead heads;
    private final StepActs acts;
    private final PlanLetters letters;
    private final TemplatesOfPlans templates;
    private final DeskOrders orders;
    private final Clock clock;

    FollowedPlan(
            PlanService plans,
            PractitionerService practitioners,
            ClinicService clinics,
            MeasureService measures,
            PlanStepService steps,
            PlanRevisionService revisions,
            IntakeVocabulary vocabulary,
            IntakeOfPlan intake,
            PainAfterVisits painAfter,
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
        this.vocabulary = vocabulary;
        this.intake = intake;
        this.painAfter = painAfter;
        this.heads = heads;
        this.acts = acts;
        this.letters = letters;
        this.templates = templates;
        this.orders = orders;
        this.clock = clock;
    }

    Component of(OpenedPlan opened, ClinicLabel clinic) {
        var plan = opened.plan();
        var today = clinic.today(clock);
        var outlook = Optional.ofNullable(opened.outlook());
        var head = PlanHead.of(plan, clinic, today, reason(plan));
        var page = Ui.div("page wide plan-page", head);
        first(opened, outlook, today, page);
        var scores = plan.clinical() == null ? null : new GoalScores(measures.measures(), opened.scores());
        page.add(PlanTimeline.of(plan, scores == null ? null : facts(opened, scores), clinic, today));
        page.add(beside(opened, scores, clinic, today), folded(opened, outlook, clinic, today));
        var isBookMain = outlook.filter(where -> where.isStepOpen() || where.isReevaluationDue(today))
                .isEmpty();
        head.add(heads.actions(plan, opened.patient(), clinic, today, isBookMain));
        return page;
    }

    /** What must be seen before anything else: holds, what is to be written or called off, and what is proposed. */
    private void first(OpenedPlan opened, Optional<Outlook> outlook, LocalDate today, Div page) {
        var plan = opened.plan();
        if (plan.clinicalHold() || plan.thrustHold()) {
            page.add(Ui.hold("Clinical hold: " + PlanDocument.held(plan)));
        }
        if (plan.heldOn() != null) {
            page.add(PlanHistory.rests(plan));
        }
        if (plan.referralOpenOn() != null && plan.status().isRunning()) {
            page.add(acts.openReferral(plan, plan.referralOpenOn(), PlanView.mayWrite(opened.patient())));
        }
        var decides = plan.status() == PlanStatus.ACTIVE && PlanView.mayWrite(opened.patient());
        outlook.flatMap(where -> StepCard.proposal(plan, where, decides ? acts.of(opened, where, today) : null))
                .ifPresent(page::add);
        if (!plan.stillBooked().isEmpty() && plan.status() != PlanStatus.ACTIVE) {
            page.add(PlanHistory.stillBooked(plan));
        }
    }

    private Component beside(OpenedPlan opened, @Nullable GoalScores scores, ClinicLabel clinic, LocalDate today) {
        var plan = opened.plan();
        var parts = Ui.div("plan-parts", PlanVisits.near(plan, clinic.combinedCare(), today));
        if (plan.clinical() != null && scores != null) {
            var draft = plan.clinical().draft();
            parts.add(factors(opened, draft), GoalCards.of(draft.goals(), scores, today));
        }
        parts.add(PlanHistory.steps(plan, clinic.timesFor(clinics.ownZone())));
        return parts;
    }

    private Component folded(OpenedPlan opened, Optional<Outlook> outlook, ClinicLabel clinic, LocalDate today) {
        var plan = opened.plan();
        var when = clinic.timesFor(clinics.ownZone());
        var names = practitioners.namesOf(
                plan.visits().stream().map(PlanDetails.Visit::practitioner).collect(Collectors.toSet()));
        var more = new Section(PlanVisits.all(plan, clinic.combinedCare(), today, names));
        more.addClassNames("card", "folds");
        more.getElement().setAttribute("aria-label", "More of this plan");
        outlook.map(where -> behind(where, when)).ifPresent(more::add);
        if (plan.clinical() != null) {
            more.add(reason(plan.clinical(), opened.patient()));
            more.add(RevisionCard.of(
                    () -> revisions.findByPlan(plan),
                    practitioners::namesOf,
                    known -> new RevisionWords(measures.measures(), vocabulary, plans.diagnoses(), known),
                    when));
            orders.afterPlan(plan.id(), plan.patient())
                    .map(card -> new Details("Orders for the desk", card))
                    .ifPresent(more::add);
        }
        templates.part(plan).map(part -> new Details("Template", part)).ifPresent(more::add);
        letters.link(plan).map(link -> new Details("Documents", link)).ifPresent(more::add);
        return more;
    }

    private Component behind(Outlook outlook, Function<Instant, String> when) {
        var by = outlook.decisions().stream().map(PlanStepService.Decision::by).collect(Collectors.toSet());
        return StepReasons.of(outlook, steps.rules(), practitioners.namesOf(by), when);
    }

    private PlanTimeline.@Nullable Facts facts(OpenedPlan opened, GoalScores scores) {
        var clinical = opened.plan().clinical();
        return clinical == null || opened.outlook() == null
                ? null
                : new PlanTimeline.Facts(
                        opened.outlook(), scores, clinical.draft().goals(), painAfter.findByPatient(opened.patient()));
    }

    private Component factors(OpenedPlan opened, PlanDraft draft) {
        var plan = opened.plan();
        var messages = Ui.div("stack-2");
        var decides = plan.status().isRunning() && PlanView.mayWrite(opened.patient());
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
        card.addComponentAtIndex(1, messages);
        return card;
    }

    /** Why the patient is treated, in one line: the diagnoses and the reason for care. */
    private String reason(PlanDetails plan) {
        var clinical = plan.clinical();
        if (clinical == null) {
            return "";
        }
        var words = clinical.draft().diagnoses().stream()
                .flatMap(code -> plans.diagnoses().find(code).stream())
                .map(diagnosis -> diagnosis.words() + " · ")
                .collect(Collectors.joining());
        return words + clinical.draft().reasonForCare();
    }

    private Component reason(PlanDetails.Clinical clinical, PatientDetails patient) {
        var body = Ui.div("stack-2", Ui.text("", clinical.draft().reasonForCare()));
        clinical.draft().diagnoses().stream()
                .flatMap(code -> plans.diagnoses().find(code).stream())
                .map(diagnosis -> Ui.text("num", diagnosis.words()))
                .forEach(body::add);
        body.add(intake.link(clinical.intake(), patient));
        return new Details("Reason for care", body);
    }
}
