package io.plumbline.plans;

import io.plumbline.patients.OpenFlagChanged;
import io.plumbline.schedule.AppointmentBooked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps plans true when something else moves: an appointment is booked, a red flag is raised or decided. */
@Component
class PlanTracking {
    private final TreatmentPlans plans;

    PlanTracking(TreatmentPlans plans) {
        this.plans = plans;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentBooked booked) {
        plans.lockActiveOf(booked.patient());
        for (var plan : plans.activeOf(booked.patient())) {
            if (plan.book(booked.type(), booked.appointment(), booked.on())) {
                plans.saveAndFlush(plan);
                return;
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OpenFlagChanged flag) {
        plans.lockActiveOf(flag.patient());
        for (var plan : plans.activeOf(flag.patient())) {
            plan.openFlagIs(flag.level());
            plans.saveAndFlush(plan);
        }
    }
}
