package io.plumbline.plans;

import io.plumbline.patients.OpenFlagChanged;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentBooked;
import io.plumbline.schedule.AppointmentMarked;
import io.plumbline.schedule.AppointmentMoved;
import io.plumbline.shared.PatientId;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps plans true when something else moves: an appointment is booked, a red flag is raised or decided. */
@Component
class PlanTracking {
    private final TreatmentPlans plans;
    private final PatientService patients;

    PlanTracking(TreatmentPlans plans, PatientService patients) {
        this.plans = plans;
        this.patients = patients;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentBooked booked) {
        patients.holdHeader(booked.patient());
        plans.lockRunningOf(booked.patient());
        var running = plans.runningOf(booked.patient()).stream()
                .filter(TreatmentPlan::isActive)
                .toList();
        running.stream()
                .filter(plan -> plan.planned().has(booked.plannedVisit()))
                .findFirst()
                .or(() -> running.stream()
                        .filter(plan -> plan.planned().nextToBook(booked.type()).isPresent())
                        .findFirst())
                .ifPresent(plan -> {
                    plan.book(booked.type(), booked.appointment(), booked.on(), booked.plannedVisit());
                    plans.saveAndFlush(plan);
                });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentMoved moved) {
        change(moved.patient(), plan -> plan.rebook(moved.appointment(), moved.on()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentMarked marked) {
        if (!marked.status().isKept()) {
            change(marked.patient(), plan -> plan.unbook(marked.appointment()));
        }
    }

    private void change(PatientId patient, Consumer<TreatmentPlan> how) {
        patients.holdHeader(patient);
        plans.lockRunningOf(patient);
        for (var plan : plans.runningOf(patient)) {
            how.accept(plan);
            plans.saveAndFlush(plan);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OpenFlagChanged flag) {
        plans.lockRunningOf(flag.patient());
        for (var plan : plans.runningOf(flag.patient())) {
            plan.openFlagIs(flag.level());
            plans.saveAndFlush(plan);
        }
    }
}
