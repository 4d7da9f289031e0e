package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.ScoresChanged;
import io.plumbline.patients.OpenFlagChanged;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentEvent;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Updates plans after other events: an appointment is booked, a score is recorded, a red flag is raised or decided. */
@Component
class PlanProgressListener {
    private final TreatmentPlans plans;
    private final PlanSteps steps;
    private final PatientService patients;
    private final PatientRecords records;
    private final ClinicService clinics;

    PlanProgressListener(
            TreatmentPlans plans,
            PlanSteps steps,
            PatientService patients,
            PatientRecords records,
            ClinicService clinics) {
        this.plans = plans;
        this.steps = steps;
        this.patients = patients;
        this.records = records;
        this.clinics = clinics;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentEvent.Booked booked) {
        book(booked.patient(), booked.type(), booked.appointment(), booked.on(), booked.plannedVisit());
    }

    private void book(
            PatientId patient,
            AppointmentType type,
            AppointmentId appointment,
            LocalDate on,
            @Nullable PlannedVisitId plannedVisit) {
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
        var running = plans.runningOf(records.of(patient)).stream()
                .filter(TreatmentPlan::isActive)
                .toList();
        running.stream()
                .filter(plan -> plan.care().planned().has(plannedVisit))
                .findFirst()
                .or(() -> running.stream()
                        .filter(plan -> plan.care().planned().nextToBook(type).isPresent())
                        .findFirst())
                .ifPresent(plan -> {
                    plan.care().book(type, appointment, on, plannedVisit);
                    plans.saveAndFlush(plan);
                });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentEvent.Moved moved) {
        change(moved.patient(), plan -> plan.care().rebook(moved.appointment(), moved.on()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentEvent.Marked marked) {
        if (!marked.status().isKept()) {
            change(marked.patient(), plan -> plan.care().unbook(marked.appointment()));
        }
    }

    /** A no-show or a cancellation was undone: the visit that was to be booked again is booked as before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentEvent.MarkUndone back) {
        if (!back.mistaken().isKept()) {
            bookAgain(back);
        }
    }

    private void bookAgain(AppointmentEvent.MarkUndone back) {
        patients.holdHeader(back.patient());
        plans.lockRunningOf(records.of(back.patient()));
        plans.runningOf(records.of(back.patient())).stream()
                .filter(plan -> plan.care().bookAgain(back.appointment(), back.on()))
                .findFirst()
                .ifPresentOrElse(
                        plans::saveAndFlush,
                        () -> book(back.patient(), back.type(), back.appointment(), back.on(), null));
    }

    private void change(PatientId patient, Consumer<TreatmentPlan> how) {
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
        for (var plan : plans.runningOf(records.of(patient))) {
            how.accept(plan);
            plans.saveAndFlush(plan);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ScoresChanged changed) {
        steps.keepProposals(changed.patient());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CourseFactsChanged changed) {
        steps.keepProposals(changed.patient());
    }

    /** A referral that follows from something else says nothing of this plan. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientReferred referred) {
        change(referred.patient(), plan -> {
            if (referred.plan().equals(plan.id())) {
                plan.referralIsWritten();
            }
        });
    }

    /** The decision that it carried out is open again, unless another referral carries it out. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReferralEnteredInError mistaken) {
        var decided = plans.decisions(mistaken.plan().value()).stream()
                .filter(decision -> decision.isReferral() || decision.isReferralTakenBack())
                .findFirst()
                .filter(PlanStepService.Decision::isReferral)
                .map(PlanStepService.Decision::at);
        var standing = mistaken.lastWrittenAt();
        if (decided.isEmpty() || standing != null && !standing.isBefore(decided.get())) {
            return;
        }
        change(mistaken.patient(), plan -> {
            if (mistaken.plan().equals(plan.id())) {
                plan.referralIsOpenAgain(LocalDate.ofInstant(decided.get(), clinics.zoneOf(plan.clinic())));
            }
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OpenFlagChanged flag) {
        plans.lockRunningOf(List.of(flag.patient()));
        for (var plan : plans.runningOf(List.of(flag.patient()))) {
            plan.openFlagIs(flag.level());
            steps.keepProposal(plan);
            plans.saveAndFlush(plan);
        }
    }
}
