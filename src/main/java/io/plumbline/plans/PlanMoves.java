package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.merging.MergeObstacle;
import io.plumbline.patients.merging.RecordsRegrouped;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts plans on hold, resumes and ends them, and updates what depends on the status: visits, header, charts. */
@Component
class PlanMoves implements MergeObstacle {
    private final TreatmentPlans plans;
    private final PlanActivation activation;
    private final CourseJudge courses;
    private final PlanLocker locks;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    PlanMoves(
            TreatmentPlans plans,
            PlanActivation activation,
            CourseJudge courses,
            PlanLocker locks,
            PatientHeaderService headers,
            PatientRecords records,
            ClinicService clinics,
            Clock clock) {
        this.plans = plans;
        this.activation = activation;
        this.courses = courses;
        this.locks = locks;
        this.headers = headers;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * @throws Refused if the reason is missing; the message is for the user
     * @throws Refused if the plan's status or, on resuming, a clinical hold forbids it
     */
    void move(TreatmentPlan plan, PlanStatus to, String reason) {
        locks.lock(plan);
        if ((to == PlanStatus.COMPLETED || to == PlanStatus.REVOKED)
                && plan.care().referralOpenOn() != null) {
            throw new Refused("Write the referral first, or take the decision to refer back");
        }
        var by = CurrentUser.current().staff();
        var now = clock.instant();
        switch (to) {
            case ON_HOLD -> plan.hold(reason, by, now, clinics.todayAt(plan.clinic()));
            case ACTIVE -> {
                resume(plan, reason, now);
                // facts may have changed while it was on hold
                courses.keepProposal(plan);
            }
            case COMPLETED, REVOKED, ENTERED_IN_ERROR -> plan.end(to, reason, by, now, clinics.todayAt(plan.clinic()));
            case DRAFT -> throw new IllegalArgumentException("A plan cannot return to draft");
        }
        plans.saveAndFlush(plan);
        keepHeader(plan);
    }

    private void resume(TreatmentPlan plan, String reason, Instant now) {
        activation.refuseWhileHeld(plan, "resumed");
        var running = plans.runningOf(records.of(plan.patient()));
        plan.resume(
                reason,
                CurrentUser.current().staff(),
                now,
                clinics.todayAt(plan.clinic()),
                clinics.openDays(plan.clinic()));
        activation.takeBooked(plan, running);
        activation.openChart(plan);
    }

    /** Two plans that run would each be followed as if the other were not: which one goes on is decided before. */
    @Override
    public Optional<String> find(Collection<PatientId> merged, Collection<PatientId> kept) {
        return plans.runningOf(merged).isEmpty() || plans.runningOf(kept).isEmpty()
                ? Optional.empty()
                : Optional.of("Both records have a treatment plan that is active or on hold. Ask the chiropractor to"
                        + " complete or end one of them first");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped regrouped) {
        for (var readAs : regrouped.readAs()) {
            // the other record may say that the patient is worse
            courses.keepProposals(readAs);
            plans.runningOf(records.of(readAs)).stream()
                    .findFirst()
                    .ifPresentOrElse(
                            shown -> headers.planShownIs(
                                    readAs,
                                    shown.care().title(),
                                    shown.care().planned().all().size(),
                                    shown.care().deliveredVisits()),
                            () -> headers.noPlanShown(readAs));
        }
    }

    /** Shows this plan in the header while it is active, otherwise another active or on-hold plan, otherwise none. */
    private void keepHeader(TreatmentPlan plan) {
        plans.runningOf(records.of(plan.patient())).stream()
                .reduce((first, other) -> other.id().equals(plan.id()) && other.isActive() ? other : first)
                .ifPresentOrElse(
                        shown -> headers.planIs(
                                shown.patient(),
                                shown.care().title(),
                                shown.care().planned().all().size(),
                                shown.care().deliveredVisits()),
                        () -> headers.noPlanRuns(plan.patient()));
    }
}
