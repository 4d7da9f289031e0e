package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Map;

/** The head of a plan's page: its name and status, and what can be done with it. */
@org.springframework.stereotype.Component
class PlanHead {
    private final PlanService plans;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final PlanDocument document;

    PlanHead(PlanService plans, PractitionerService practitioners, ScheduleService schedule, PlanDocument document) {
        this.plans = plans;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.document = document;
    }

    static Div of(PlanDetails plan, ClinicLabel clinic) {
        return Ui.head(
                plan.status() == PlanStatus.DRAFT ? "Treatment plan" : plan.title(),
                Ui.span("muted", Ui.text("", clinic.name() + " · "), badge(plan)));
    }

    private static StatusBadge badge(PlanDetails plan) {
        return plan.status() == PlanStatus.ACTIVE
                ? StatusBadge.ok(plan.status().label())
                : StatusBadge.neutral(plan.status().label());
    }

    /**
     * Says in its head what a plan is about and how far it is.
     *
     * @param reason why the patient is treated; empty for those who may not read it
     */
    static Div of(PlanDetails plan, ClinicLabel clinic, LocalDate today, String reason) {
        var progress = PlanTimeline.adherence(plan, today);
        progress.addComponentAsFirst(badge(plan));
        progress.add(Ui.text("muted", clinic.name()));
        var words = Ui.div("stack-1", progress);
        if (!reason.isEmpty()) {
            words.add(Ui.clipped("muted", reason));
        }
        return Ui.head(plan.title(), words);
    }

    /** @param isBookMain whether to book the next visit is the first thing to do */
    Component actions(
            PlanDetails plan, PatientDetails patient, ClinicLabel clinic, LocalDate today, boolean isBookMain) {
        var actions = Ui.div("cluster");
        var more = Ui.div("stack-1");
        var decides = AtClinic.may(Permission.PLAN_WRITE, patient.clinics());
        if (plan.status() == PlanStatus.ACTIVE
                && (decides || CurrentUser.current().has(Role.MANAGER, plan.clinic()))) {
            plan.nextToBook(today).ifPresent(next -> actions.add(bookButton(plan, clinic, next, today, isBookMain)));
        }
        if (plan.clinical() != null && decides) {
            if (plan.status() == PlanStatus.ACTIVE) {
                more.add(new Button("Revise…", e -> Ui.navigate(Routes.revision(plan.id()))));
            }
            var moves = new MoveButtons(plans, plan.id(), plan.status(), plan::version, PlanHead::showChanged);
            // what rests is most likely resumed: that stays in sight
            (plan.status() == PlanStatus.ON_HOLD ? actions : more).add(moves);
        }
        if (plan.status().isRunning() && AtClinic.may(Permission.PLAN_HAND_OVER, plan.clinic())) {
            more.add(new Button(
                    "Hand over…", e -> Ui.navigate(Routes.HAND_OVER, Filters.query(Map.of(Routes.PLAN, plan.id())))));
        }
        if (plan.status() != PlanStatus.DRAFT) {
            more.add(document.link(plan.id()));
        }
        if (more.getComponentCount() > 0) {
            actions.add(more(more));
        }
        return actions;
    }

    /** What is seldom done with a plan, behind a button; it closes when the keyboard or the pointer goes elsewhere. */
    private static Details more(Div acts) {
        var more = new Details(Ui.span("line", Icon.MORE.create(), Ui.text("", "More")), acts);
        more.addClassName("acts-more");
        more.getElement().executeJs("""
                // a dialog and a menu lie outside: whoever comes back from them goes on where they were
                const isElsewhere = (part) => document.getElementById('main')?.contains(part) && !this.contains(part);
                this.addEventListener('focusout', (e) => {
                  if (isElsewhere(e.relatedTarget)) this.opened = false;
                });
                this.addEventListener('keydown', (e) => {
                  if (e.key !== 'Escape' || !this.opened) return;
                  this.opened = false;
                  this.querySelector('vaadin-details-summary').focus();
                });
                const away = (e) => {
                  if (!this.isConnected) document.removeEventListener('pointerdown', away);
                  else if (isElsewhere(e.target)) this.opened = false;
                };
                document.addEventListener('pointerdown', away);""");
        return more;
    }

    private Button bookButton(
            PlanDetails plan, ClinicLabel clinic, PlanDetails.Visit next, LocalDate today, boolean isMain) {
        var book = new Button("Book next…", e -> new VisitBooking(
                        schedule, practitioners.workingAt(plan.clinic()), plan, next, clinic.combinedCare(), today)
                .open(PlanHead::showChanged));
        if (isMain) {
            book.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Keys.on(book, "b", "Book the next visit");
        var isHeld = plan.clinicalHold() && next.service().isTreatment();
        book.setEnabled(!isHeld);
        book.setTooltipText(isHeld ? "Clinical hold: a chiropractor must clear the patient first" : "");
        return book;
    }

    /** The button that was pressed is replaced or gone: the keyboard goes to what can be done next. */
    static void showChanged() {
        var ui = UI.getCurrentOrThrow();
        // makes a view of its own
        ui.refreshCurrentRoute(false);
        ui.getPage()
                .executeJs("window.plumblineNext("
                        + "document.querySelector('main .page-head vaadin-button:not([disabled], .acts-more *), "
                        + "main .page-head .acts-more > vaadin-details-summary'))");
    }
}
