package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.measures.ScoresChanged;
import io.plumbline.patients.OpenFlagChanged;
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
@Transactional(propagation = Propagation.MANDATORY)
class PlanProgressListener {
    private final TreatmentPlans plans;
    private final PlanLocker locks;
    private final CourseJudge courses;
    private final PatientRecords records;

    PlanProgressListener(TreatmentPlans plans, PlanLocker locks, CourseJudge courses, PatientRecords records) {
        this.plans = plans;
        this.locks = locks;
        this.courses = courses;
        this.records = records;
    }

    @EventListener
    void on(AppointmentEvent.Booked booked) {
        book(booked.patient(), booked.type(), booked.appointment(), booked.on(), booked.plannedVisit());
    }

    private void book(
            PatientId patient,
            AppointmentType type,
            AppointmentId appointment,
            LocalDate on,
            @Nullable PlannedVisitId plannedVisit) {
        locks.lockRunningOf(patient);
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
    void on(AppointmentEvent.Moved moved) {
        change(moved.patient(), plan -> plan.care().rebook(moved.appointment(), moved.on()));
    }

    @EventListener
    void on(AppointmentEvent.Marked marked) {
        if (!marked.status().isKept()) {
            change(marked.patient(), plan -> plan.care().unbook(marked.appointment()));
        }
    }

    /** A no-show or a cancellation was undone: the visit that was to be booked again is booked as before. */
    @EventListener
    void on(AppointmentEvent.MarkUndone back) {
        if (!back.mistaken().isKept()) {
            bookAgain(back);
        }
    }

    private void bookAgain(AppointmentEvent.MarkUndone back) {
        locks.lockRunningOf(back.patient());
        plans.runningOf(records.of(back.patient())).stream()
                .filter(plan -> plan.care().bookAgain(back.appointment(), back.on()))
                .findFirst()
                .ifPresentOrElse(
                        plans::saveAndFlush,
                        () -> book(back.patient(), back.type(), back.appointment(), back.on(), null));
    }

    private void change(PatientId patient, Consumer<TreatmentPlan> how) {
        locks.lockRunningOf(patient);
        for (var plan : plans.runningOf(records.of(patient))) {
            how.accept(plan);
            plans.saveAndFlush(plan);
        }
    }

    @EventListener
    void on(ScoresChanged changed) {
        courses.keepProposals(changed.patient());
    }

    @EventListener
    void on(CourseFactsChanged changed) {
        courses.keepProposals(changed.patient());
    }

    @EventListener
    void on(OpenFlagChanged flag) {
        plans.lockRunningOf(List.of(flag.patient()));
        for (var plan : plans.runningOf(List.of(flag.patient()))) {
            plan.openFlagIs(flag.level());
            courses.keepProposal(plan);
            plans.saveAndFlush(plan);
        }
    }
}
