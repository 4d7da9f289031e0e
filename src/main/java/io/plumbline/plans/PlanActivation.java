package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Activates a plan: sets its visits, assigns appointments that are already booked, updates the header, and opens the
 * chart to the practitioners.
 */
@Component
class PlanActivation {
    private final TreatmentPlans plans;
    private final GoalRules goals;
    private final Diagnoses diagnoses;
    private final PhaseDefaults defaults;
    private final VisitPlanner planner;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final SafetyService safety;
    private final IntakeService intake;
    private final PlanCautions cautions;
    private final ScheduleService schedule;
    private final RelationService relations;
    private final CredentialService credentials;
    private final Clock clock;

    PlanActivation(
            TreatmentPlans plans,
            GoalRules goals,
            Diagnoses diagnoses,
            PhaseDefaults defaults,
            VisitPlanner planner,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            SafetyService safety,
            IntakeService intake,
            PlanCautions cautions,
            ScheduleService schedule,
            RelationService relations,
            CredentialService credentials,
            Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.diagnoses = diagnoses;
        this.defaults = defaults;
        this.planner = planner;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.safety = safety;
        this.intake = intake;
        this.cautions = cautions;
        this.schedule = schedule;
        this.relations = relations;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @param replies to what stands against the plan
     * @throws ChecksToAnswer if something stands against it that has no answer
     * @throws Refused if something is missing; the message is for the user
     * @throws Refused if a clinical hold, the plan's status, another plan for the same complaint, or a
     *     practitioner's credential forbids it
     */
    void activate(TreatmentPlan plan, PatientAgreement agreement, List<CheckReply> replies) {
        agreement.refuseAfter(planner.today(plan.clinic()));
        refuseIncomplete(plan.clinic(), plan.care().draft());
        var rules = rules(plan.care().draft());
        var visits = planner.visits(plan.clinic(), plan.care().draft());
        refuseNotEligible(visits.ahead());
        // lock the header first, so that no flag, booking or activation comes between the check and the activation
        headers.planIs(
                plan.patient(),
                plan.care().title(),
                visits.all().size(),
                visits.before().size());
        plans.lock(plan);
        refuseWhileHeld(plan, "activated");
        refuseAmended(plan);
        var answered = cautions.requireAnswered(plan.patient(), planner.today(plan.clinic()), replies);
        var running = plans.runningOf(records.of(plan.patient()));
        if (running.stream().anyMatch(other -> other.isForComplaintOf(plan))) {
            throw new Refused("The patient already has a plan for this complaint, active or on hold");
        }
        plan.activate(visits, rules, agreement, answered, CurrentUser.current().staff(), clock.instant());
        safety.findByPatient(plan.patient()).stream()
                .filter(FlagDetails::isInForce)
                .findFirst()
                .ifPresent(mostUrgent -> plan.openFlagIs(mostUrgent.level()));
        try {
            plans.saveAndFlush(plan);
        } catch (DataIntegrityViolationException second) {
            throw new Refused("The patient already has a plan for this complaint, active or on hold", second);
        }
        takeBooked(plan, running);
        plans.saveAndFlush(plan);
        openChart(plan);
    }

    private void refuseAmended(TreatmentPlan plan) {
        var note = plan.intake();
        if (note != null && !intake.allowsPlan(note)) {
            throw new Refused("The intake note of this plan was amended and allows no plan any more. Read its newest"
                    + " version");
        }
    }

    /**
     * Refuses what no plan in force may say.
     *
     * @throws Refused if a goal or a practitioner is missing or wrong, or a diagnosis is a reason to refer; the message
     *     is for the user
     */
    void refuseIncomplete(ClinicId clinic, PlanDraft draft) {
        goals.requireComplete(draft.goals(), draft.startsOn());
        diagnoses.refuseReferralOnly(draft.diagnoses());
        planner.requireWhoGivesIt(clinic, draft);
    }

    /** Refuses a practitioner of a service whose credential has ended. */
    void refuseNotEligible(List<PlannedService> services, LocalDate on) {
        refuseNotEligible(
                services.stream().map(line -> new Taper.Visit(line, on)).toList());
    }

    /** Returns the rules of the phases in which services are planned, and refuses what can never hold. */
    List<PhaseRules> rules(PlanDraft draft) {
        return draft.plannedPhases().stream()
                .map(phase -> defaults.rulesOf(phase, draft.phases()))
                .peek(rules -> rules.refuseNeverMet(draft.visitsIn(rules.phase())))
                .toList();
    }

    /**
     * Assigns future appointments close to the day of the next visit that belong to no active or on-hold plan; an ended
     * plan releases them.
     */
    void takeBooked(TreatmentPlan plan, List<TreatmentPlan> running) {
        schedule.ahead(plan.patient()).stream()
                .filter(booked -> booked.status().next().contains(AppointmentStatus.CANCELLED))
                .filter(booked -> running.stream()
                        .noneMatch(other -> other.care().planned().hasBooked(booked.id())))
                .filter(booked -> plan.care()
                        .planned()
                        .nextReachedBy(booked.type(), booked.on())
                        .isPresent())
                .forEach(booked -> {
                    plans.release(booked.id().value());
                    plan.care().book(booked.type(), booked.id(), booked.on(), null);
                });
    }

    /** Opens the chart to the practitioners of the remaining visits. */
    void openChart(TreatmentPlan plan) {
        var open = plan.care().planned().openRows();
        for (var practitioner :
                open.stream().map(PlanDetails.Visit::practitioner).distinct().toList()) {
            relations.relateByPlan(
                    practitioner,
                    plan.patient(),
                    plan.id(),
                    open.getFirst().plannedOn(),
                    open.getLast().plannedOn());
        }
    }

    /** Refuses a practitioner whose credential has ended; one that ends later can be renewed during the plan. */
    private void refuseNotEligible(List<Taper.Visit> visits) {
        var today = credentials.today();
        var asked = new HashSet<List<Object>>();
        for (var visit : visits) {
            var who = Objects.requireNonNull(visit.planned().practitionerId());
            var service = visit.planned().service();
            if (asked.add(List.of(who, service))) {
                credentials.requireMayBeBooked(
                        who, service.discipline(), visit.on().isBefore(today) ? today : visit.on());
            }
        }
    }

    /** Returns who could not be booked for their last visit as of now, such as by a credential that ends before it, and why. */
    List<String> endingCredentials(List<Taper.Visit> visits) {
        var last = new LinkedHashMap<List<Object>, Taper.Visit>();
        visits.stream()
                .filter(visit -> visit.planned().practitionerId() != null)
                .forEach(visit -> last.put(
                        List.of(
                                Objects.requireNonNull(visit.planned().practitionerId()),
                                visit.planned().service()),
                        visit));
        return last.values().stream()
                .flatMap(visit -> credentials
                        .findRefusal(
                                Objects.requireNonNull(visit.planned().practitionerId()),
                                visit.planned().service().discipline(),
                                visit.on())
                        .stream())
                .distinct()
                .toList();
    }

    /** @throws Refused if the patient is inactive or deceased, or a clinical hold forbids activating the plan */
    void refuseWhileHeld(TreatmentPlan plan, String verb) {
        var patient = patients.brief(plan.patient()).orElseThrow(NotAvailable::new);
        patient.requireActive("no plan can be " + verb);
        if (patient.clinicalHold()) {
            throw new Refused("Clinical hold: no plan can be " + verb + " until the red flag is cleared");
        }
        if (patient.thrustHold() && plan.care().plans(AppointmentType.ADJUSTMENT)) {
            throw new Refused("Clinical hold: no adjustment can be planned until the red flag is decided");
        }
    }
}
