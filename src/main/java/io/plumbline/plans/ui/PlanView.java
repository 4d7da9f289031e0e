package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.DecisionRow;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

@Route(Routes.PLANS + "/:" + Routes.ID)
@PageTitle("Treatment plan · Plumbline")
@RolesAllowed(Permission.PLAN_READ)
class PlanView extends Main implements BeforeEnterObserver {
    private final PlanService plans;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final MeasureService measures;
    private final PlanStepService steps;
    private final PhaseDefaults phases;
    private final BreakGlassBanners breakGlass;
    private final PlanDocument document;
    private final Clock clock;

    PlanView(
            PlanService plans,
            PatientService patients,
            PractitionerService practitioners,
            ScheduleService schedule,
            ClinicService clinics,
            MeasureService measures,
            PlanStepService steps,
            PhaseDefaults phases,
            BreakGlassBanners breakGlass,
            PlanDocument document,
            Clock clock) {
        this.plans = plans;
        this.patients = patients;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clinics = clinics;
        this.measures = measures;
        this.steps = steps;
        this.phases = phases;
        this.breakGlass = breakGlass;
        this.document = document;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PlanId::parse)
                .flatMap(plans::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(PlanDetails plan) {
        removeAll();
        breakGlass.of(plan.patient()).ifPresent(this::add);
        var clinic = clinics.label(plan.clinic());
        var patient = patients.details(plan.patient()).orElseThrow(NotFoundException::new);
        add(PatientHeader.ofRecord(patient.header()));
        var clinical = plan.clinical();
        if (plan.status() == PlanStatus.DRAFT
                && clinical != null
                && Caller.current().has(Role.CHIROPRACTOR)) {
            add(new PlanEditor(
                    plans,
                    plan,
                    clinical.draft(),
                    practitioners.workingAt(plan.clinic()),
                    scores(patient),
                    phases,
                    head(plan, clinic),
                    clock,
                    clinic.zone()));
        } else {
            add(toFollow(plan, patient, clinic));
        }
    }

    private GoalScores scores(PatientDetails patient) {
        return new GoalScores(measures.measures(), measures.findByPatient(patient));
    }

    private Component toFollow(PlanDetails plan, PatientDetails patient, ClinicLabel clinic) {
        var today = clinic.today(clock);
        var head = head(plan, clinic);
        var page = Ui.div("page wide", head);
        if (plan.clinicalHold() || plan.thrustHold()) {
            page.add(Ui.hold("Clinical hold: " + PlanDocument.held(plan)));
        }
        if (plan.heldOn() != null) {
            page.add(PlanHistory.rests(plan));
        }
        var scores = plan.clinical() == null ? null : scores(patient);
        var outlook = Optional.ofNullable(scores).flatMap(known -> steps.outlook(plan, known.history()));
        outlook.map(where -> step(plan, where, clinic, today)).ifPresent(page::add);
        page.add(PlanCourse.timeline(plan, today));
        if (plan.clinical() != null && scores != null) {
            page.add(GoalCards.of(plan.clinical().draft().goals(), scores, today));
            page.add(reason(plan.clinical()));
        }
        if (!plan.stillBooked().isEmpty()) {
            page.add(PlanHistory.stillBooked(plan));
        }
        var names = practitioners.namesOf(
                plan.visits().stream().map(PlanDetails.Visit::practitioner).collect(Collectors.toSet()));
        page.add(PlanCourse.visits(plan, today, names), PlanHistory.steps(plan, clinic.zone()));
        var isBookMain = outlook.filter(where -> where.isStepOpen() || where.isReevaluationDue(today))
                .isEmpty();
        head.add(actions(plan, clinic, today, isBookMain));
        return page;
    }

    private Component step(PlanDetails plan, PlanStepService.Outlook outlook, ClinicLabel clinic, LocalDate today) {
        var decides = plan.status() == PlanStatus.ACTIVE && Caller.current().has(Role.CHIROPRACTOR);
        var by = outlook.decisions().stream().map(DecisionRow::by).collect(Collectors.toSet());
        return StepCard.of(
                plan,
                outlook,
                steps.rules(),
                practitioners.namesOf(by),
                clinic.zone(),
                decides
                        ? new StepCard.Actions(
                                today,
                                () -> new StepDialog(plans, steps, plan, outlook, PlanView::showChanged).open(),
                                () -> new ReevaluationDialog(plans, steps, plan, outlook, today, PlanView::showChanged)
                                        .open())
                        : null);
    }

    private Component reason(PlanDetails.Clinical clinical) {
        var card = Ui.card("Reason for care", Ui.text("", clinical.draft().reasonForCare()));
        clinical.draft().diagnoses().stream()
                .flatMap(code -> plans.diagnoses().find(code).stream())
                .map(diagnosis -> Ui.text("num", diagnosis.words()))
                .forEach(card::add);
        card.add(new Anchor(Routes.intake(clinical.intake()), "Signed intake note"));
        return card;
    }

    private Component actions(PlanDetails plan, ClinicLabel clinic, LocalDate today, boolean isBookMain) {
        var actions = Ui.div("cluster");
        if (plan.status() != PlanStatus.DRAFT) {
            actions.add(document.link(plan.id()));
        }
        var caller = Caller.current();
        if (plan.status() == PlanStatus.ACTIVE && (caller.has(Role.CHIROPRACTOR) || caller.has(Role.MANAGER))) {
            plan.nextToBook(today).ifPresent(next -> actions.add(bookButton(plan, clinic, next, today, isBookMain)));
        }
        if (plan.clinical() != null && caller.has(Role.CHIROPRACTOR)) {
            actions.add(new MoveButtons(plans, plan.id(), plan.status(), plan::version, PlanView::showChanged));
        }
        return actions;
    }

    /** The button that was pressed is replaced or gone: the keyboard goes to what can be done next. */
    private static void showChanged() {
        var ui = UI.getCurrentOrThrow();
        // makes a view of its own
        ui.refreshCurrentRoute(false);
        ui.getPage()
                .executeJs("window.plumblineNext("
                        + "document.querySelector('main .page-head vaadin-button:not([disabled])'))");
    }

    private static Div head(PlanDetails plan, ClinicLabel clinic) {
        var badge = plan.status() == PlanStatus.ACTIVE
                ? StatusBadge.ok(plan.status().label())
                : StatusBadge.neutral(plan.status().label());
        return Ui.div(
                "page-head",
                Ui.div(
                        "stack-0",
                        Ui.title(plan.status() == PlanStatus.DRAFT ? "Treatment plan" : plan.title()),
                        Ui.span("muted", Ui.text("", clinic.name() + " · "), badge)));
    }

    private Button bookButton(
            PlanDetails plan, ClinicLabel clinic, PlanDetails.Visit next, LocalDate today, boolean isMain) {
        var book = new Button("Book the next visit…", e -> new VisitBooking(
                        schedule, practitioners.workingAt(plan.clinic()), plan, next, today, PlanView::showChanged)
                .open());
        if (isMain) {
            book.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Keys.on(book, "b", "Book the next visit");
        var isHeld = plan.clinicalHold() && next.service().isTreatment();
        book.setEnabled(!isHeld);
        book.setTooltipText(isHeld ? "Clinical hold: a chiropractor must clear the patient first" : "");
        return book;
    }
}
