package io.plumbline.plans;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Caller;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Puts a plan to work: its visits, what is booked of them already, the header, and the chart for who treats. */
@Component
class PlanActivation {
    private final TreatmentPlans plans;
    private final VisitPlanner planner;
    private final PatientService patients;
    private final SafetyService safety;
    private final ScheduleService schedule;
    private final RelationService relations;
    private final CredentialService credentials;
    private final Clock clock;

    PlanActivation(
            TreatmentPlans plans,
            VisitPlanner planner,
            PatientService patients,
            SafetyService safety,
            ScheduleService schedule,
            RelationService relations,
            CredentialService credentials,
            Clock clock) {
        this.plans = plans;
        this.planner = planner;
        this.patients = patients;
        this.safety = safety;
        this.schedule = schedule;
        this.relations = relations;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if something is missing, in words for who activates
     * @throws IllegalStateException if a clinical hold, its status, another plan for the same complaint, or the
     *     credential of somebody who treats forbids it
     */
    void activate(TreatmentPlan plan) {
        planner.requireWhoGivesIt(plan.clinic(), plan.draft());
        var visits = planner.visits(plan.clinic(), plan.draft());
        refuseNotEntitled(visits);
        // first the header, so that nothing is raised, booked or activated between looking and activating
        patients.planIs(plan.patient(), plan.title(), visits.size(), 0);
        plans.hold(plan);
        refuseWhileHeld(plan, "activated");
        var running = plans.runningOf(plan.patient());
        plan.activate(visits, Caller.current().staff(), clock.instant());
        safety.ofPatient(plan.patient()).stream()
                .filter(FlagDetails::isInForce)
                .findFirst()
                .ifPresent(mostUrgent -> plan.openFlagIs(mostUrgent.level()));
        try {
            plans.saveAndFlush(plan);
        } catch (DataIntegrityViolationException second) {
            throw new IllegalStateException(
                    "The patient has a plan for this complaint already, active or on hold", second);
        }
        takeBooked(plan, running);
        plans.saveAndFlush(plan);
        openChart(plan);
    }

    /** Takes what is booked ahead near the day of the next visit, and belongs to no plan that runs; a plan that has ended gives it up. */
    void takeBooked(TreatmentPlan plan, List<TreatmentPlan> running) {
        schedule.ahead(plan.patient()).stream()
                .filter(booked -> booked.status().next().contains(AppointmentStatus.CANCELLED))
                .filter(booked ->
                        running.stream().noneMatch(other -> other.planned().hasBooked(booked.id())))
                .filter(booked ->
                        plan.planned().nextReachedBy(booked.type(), booked.on()).isPresent())
                .forEach(booked -> {
                    plans.release(booked.id());
                    plan.book(booked.type(), booked.id(), booked.on(), null);
                });
    }

    /** Opens the chart to who treats in the visits that are still to come. */
    void openChart(TreatmentPlan plan) {
        var open = plan.planned().openRows();
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

    /** Whose credential has ended begins no plan; one that ends later is renewed while the plan runs. */
    private void refuseNotEntitled(List<Taper.Visit> visits) {
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

    /** @throws IllegalStateException if a clinical hold forbids that the plan goes to work */
    void refuseWhileHeld(TreatmentPlan plan, String verb) {
        var patient = patients.brief(plan.patient()).orElseThrow();
        if (patient.clinicalHold()) {
            throw new IllegalStateException("Clinical hold: no plan is " + verb + " until the red flag is cleared");
        }
        if (patient.thrustHold() && plan.plans(AppointmentType.ADJUSTMENT)) {
            throw new IllegalStateException("Clinical hold: no adjustment is planned until the red flag is decided");
        }
    }
}
