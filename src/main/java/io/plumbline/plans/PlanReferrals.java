package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.StepProposal;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of plans to refer their patient: open until a referral is written, or they are taken back. */
@Component
class PlanReferrals {
    private final TreatmentPlans plans;
    private final PlanLocker locks;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    PlanReferrals(TreatmentPlans plans, PlanLocker locks, PatientRecords records, ClinicService clinics, Clock clock) {
        this.plans = plans;
        this.locks = locks;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Under a flag that holds treatment a referral is decided with the flag, never by the letter alone. */
    static void refuseUnderFlag(StepProposal proposal) {
        if (proposal.isOfFlag()) {
            throw new Refused("Decide the red flag: the referral is recorded there");
        }
    }

    /** @throws Refused if there is no referral to take back, or the reason is missing; the message is for the user */
    void takeBack(TreatmentPlan plan, String reason) {
        locks.lock(plan);
        plan.takeBackReferral(reason, CurrentUser.current().staff(), clock.instant());
        plans.saveAndFlush(plan);
    }

    /** A referral that follows from something else says nothing of this plan. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientReferred referred) {
        change(referred.patient(), referred.plan(), TreatmentPlan::referralIsWritten);
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
        change(
                mistaken.patient(),
                mistaken.plan(),
                plan -> plan.referralIsOpenAgain(LocalDate.ofInstant(decided.get(), clinics.zoneOf(plan.clinic()))));
    }

    private void change(PatientId patient, PlanId of, Consumer<TreatmentPlan> how) {
        locks.lockRunningOf(patient);
        plans.runningOf(records.of(patient)).stream()
                .filter(plan -> of.equals(plan.id()))
                .forEach(plan -> {
                    how.accept(plan);
                    plans.saveAndFlush(plan);
                });
    }
}
