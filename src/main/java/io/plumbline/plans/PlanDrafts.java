package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the first draft of a plan from what the intake note and the first scores say, and refuses impossible drafts. */
@Component
class PlanDrafts {
    private static final int LONGEST_REASON = 200;

    private final VisitPlanner planner;
    private final GoalRules goals;
    private final Diagnoses diagnoses;
    private final MeasureService measures;
    private final PatientService patients;
    private final ClinicService clinics;
    private final PractitionerService practitioners;

    PlanDrafts(
            VisitPlanner planner,
            GoalRules goals,
            Diagnoses diagnoses,
            MeasureService measures,
            PatientService patients,
            ClinicService clinics,
            PractitionerService practitioners) {
        this.planner = planner;
        this.goals = goals;
        this.diagnoses = diagnoses;
        this.measures = measures;
        this.patients = patients;
        this.clinics = clinics;
        this.practitioners = practitioners;
    }

    Diagnoses diagnoses() {
        return diagnoses;
    }

    /** Returns a draft to edit: the complaint as reason for care, the usual taper of the caller's own visits, goals from the first scores, and the factors of the note. */
    PlanDraft first(IntakeDetails note) {
        var complaint = note.draft().complaint();
        var draft = new PlanDraft(
                "Treatment plan",
                complaint.substring(0, Math.min(complaint.length(), LONGEST_REASON)),
                clinics.todayAt(note.clinic()),
                usualOfCaller(note.clinic()));
        var patient = patients.details(note.patient()).orElseThrow(NotAvailable::new);
        var visits = planner.visits(note.clinic(), draft);
        return draft.withGoals(goals.suggest(
                        measures.findByPatient(patient),
                        visits.ahead().getLast().on()))
                .withFactors(note.draft().factors().stream()
                        .map(code -> factor(code, note.draft().more().detailOf(code)))
                        .toList());
    }

    /** Returns the usual taper, by the caller in their discipline; without a practitioner if they do not work there. */
    private List<PlannedService> usualOfCaller(ClinicId clinic) {
        var me = CurrentUser.current().staff();
        return practitioners.workingAt(clinic).stream()
                .filter(label -> label.id().equals(me))
                .flatMap(label -> AppointmentType.treatments().stream()
                        .filter(service -> label.disciplines().contains(service.discipline())))
                .findFirst()
                .map(service -> Taper.usual(service, me))
                .orElseGet(Taper::usual);
    }

    private static PlanFactor factor(String code, FactorDetail detail) {
        var open = PlanFactor.open(code);
        return switch (detail.status()) {
            case IMPROVING -> open.withStatus(PlanFactor.Status.IMPROVING);
            case RESOLVED -> open.withStatus(PlanFactor.Status.RESOLVED);
            case OPEN -> open;
            case null -> open;
        };
    }

    /**
     * Refuses a draft that cannot become a plan, complete or not.
     *
     * @throws Refused if it starts too far away, no score can reach a goal, or a diagnosis is not in the list;
     *     the message is for the user
     */
    void refuseImpossible(ClinicId clinic, PlanDraft draft) {
        planner.requireNear(clinic, draft);
        refuseImpossible(draft);
    }

    /**
     * Refuses what no plan may say, whenever it started.
     *
     * @throws Refused if no score can reach a goal, or a diagnosis is not in the list; the message is for the user
     */
    void refuseImpossible(PlanDraft draft) {
        goals.refuseImpossible(draft.goals());
        diagnoses.refuseUnknown(draft.diagnoses());
    }
}
