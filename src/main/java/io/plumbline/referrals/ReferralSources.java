package io.plumbline.referrals;

import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanReferralService;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PlanId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the record of a patient from which a referral follows. */
@Component
class ReferralSources {
    private final SafetyService safety;
    private final IntakeService intake;
    private final PlanService plans;
    private final PlanReferralService decided;

    ReferralSources(SafetyService safety, IntakeService intake, PlanService plans, PlanReferralService decided) {
        this.safety = safety;
        this.intake = intake;
        this.plans = plans;
        this.decided = decided;
    }

    /** Returns why the patient is referred, as far as it is on record; empty if it is not. */
    String reasonOf(ReferralSource source) {
        return source.kind() == ReferralSource.Kind.PLAN
                ? decided.findReason(new PlanId(source.id())).orElse("")
                : "";
    }

    /** Returns what the record is called; empty if it is not one of this patient. */
    Optional<String> nameOf(ReferralSource source, PatientDetails patient) {
        return switch (source.kind()) {
            case FLAG ->
                safety.findByPatient(patient).stream()
                        .filter(flag -> flag.id().value().equals(source.id()))
                        .findFirst()
                        .map(flag -> flag.flag());
            case INTAKE -> intake.versionsOf(new IntakeId(source.id()), patient).map(note -> "");
            case PLAN -> plans.find(new PlanId(source.id()), patient).map(plan -> plan.title());
        };
    }
}
