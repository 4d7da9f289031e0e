package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import org.springframework.stereotype.Component;

/** Locks plans until the end of the transaction, in the one order in which no two transactions wait for each other. */
@Component
class PlanLocker {
    private final TreatmentPlans plans;
    private final PatientService patients;
    private final PatientRecords records;

    PlanLocker(TreatmentPlans plans, PatientService patients, PatientRecords records) {
        this.plans = plans;
        this.patients = patients;
        this.records = records;
    }

    /**
     * Locks a plan: the header of its patient first, so that no flag, booking or delivery comes between the facts and a
     * decision.
     *
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    void lock(TreatmentPlan plan) {
        lockRunningOf(plan.patient());
        plans.lock(plan);
    }

    /** Locks the header of a patient, and the plans that run. */
    void lockRunningOf(PatientId patient) {
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
    }
}
