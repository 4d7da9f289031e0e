package io.plumbline.plans;

import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PlanId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a decision of a plan to refer its patient, until the referral is written. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanReferralService {
    private final TreatmentPlans plans;
    private final PlanReader reader;
    private final PlanReferrals referrals;
    private final AppointmentService appointments;

    PlanReferralService(
            TreatmentPlans plans, PlanReader reader, PlanReferrals referrals, AppointmentService appointments) {
        this.plans = plans;
        this.reader = reader;
        this.referrals = referrals;
        this.appointments = appointments;
    }

    /**
     * Takes back the decision to refer a patient for whom no referral is written yet. It stays in the decisions.
     *
     * @param version the version that the current user saw
     * @param reason why, 1 to 400 characters
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if there is no such decision, or the reason is missing; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void takeBack(PlanId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        referrals.takeBack(reader.requireMine(id, version), reason);
    }

    /**
     * Returns what the letter to a physician can begin with: why it was decided to refer the patient, and the facts at that
     * time. Empty if no referral is to be written, or the patient is not in relation to the current user.
     */
    public Optional<String> findReason(PlanId id) {
        return plans.findById(id.value())
                .filter(reader::isClinical)
                .filter(plan -> plan.care().referralOpenOn() != null)
                .flatMap(plan -> plans.decisions(id.value()).stream()
                        .filter(PlanStepService.Decision::isReferral)
                        .findFirst())
                .map(decision -> Stream.of(decision.reason(), decision.facts() + ".")
                        .filter(words -> words.length() > 1)
                        .collect(Collectors.joining("\n")));
    }

    /**
     * Cancels the booked visits of a plan whose patient is to be referred.
     *
     * @param version the version that the current user saw
     * @param reason why, 1 to 200 characters; the desk reads it
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if the reason is missing or too long, or one of them has begun; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void cancelBooked(PlanId id, long version, String reason) {
        ReasonWords.require("The reason", reason, 200);
        var plan = reader.requireMine(id, version);
        reader.stillBooked(plan).forEach(row -> appointments.cancelOfPlan(row.id(), plan.patient(), reason));
    }
}
