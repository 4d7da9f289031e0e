package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Revokes the plans of a deceased patient, and puts the active plans of an inactive patient on hold. Whether a plan on
 * hold is resumed or ended stays a decision of a clinician. A draft stays a draft: only what was agreed can be revoked.
 */
@Component
@Order(2)
class PlanClosing implements PatientClosing {
    private static final Limit MOST = Limit.of(200);

    private final TreatmentPlans plans;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    PlanClosing(TreatmentPlans plans, PatientRecords records, ClinicService clinics, Clock clock) {
        this.plans = plans;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        return open(patient).stream()
                .map(plan -> switch (plan.status()) {
                    case ACTIVE ->
                        new OpenItem("Active treatment plan, " + plan.title(), "is put on hold", "is revoked");
                    case DRAFT -> new OpenItem("Draft of a treatment plan", "stays a draft that cannot be activated");
                    default ->
                        new OpenItem(
                                "Treatment plan " + plan.status().label().toLowerCase(Locale.ROOT) + ", "
                                        + plan.title(),
                                "stays on hold",
                                "is revoked");
                })
                .toList();
    }

    private List<PlanLabel> open(PatientId patient) {
        return plans.findByPatient(records.of(patient), false, MOST).stream()
                .filter(plan -> !plan.status().isOver())
                .toList();
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        plans.lockRunningOf(records.of(patient));
        for (var label : open(patient)) {
            if (next == PatientStatus.DECEASED || label.status() != PlanStatus.ON_HOLD) {
                var plan = plans.findById(label.id().value()).orElseThrow();
                plans.lock(plan);
                end(plan, next, reason);
                plans.saveAndFlush(plan);
            }
        }
    }

    private void end(TreatmentPlan plan, PatientStatus next, String reason) {
        var by = CurrentUser.current().staff();
        var today = clinics.todayAt(plan.clinic());
        if (plan.status() == PlanStatus.DRAFT) {
            plan.stopAwaitingAgreement();
        } else if (next == PatientStatus.DECEASED) {
            plan.end(PlanStatus.REVOKED, reason, by, clock.instant(), today);
        } else {
            plan.hold(reason, by, clock.instant(), today);
        }
    }
}
