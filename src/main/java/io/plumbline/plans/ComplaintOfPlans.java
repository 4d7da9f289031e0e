package io.plumbline.plans;

import io.plumbline.intake.ComplaintAreaQuery;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.ComplaintRegions;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.ids.IntakeId;
import org.springframework.stereotype.Component;

/** Names what hurts by the intake notes of a patient's active plans, so that a neck is not asked about the low back. */
@Component
class ComplaintOfPlans implements ComplaintRegions {
    private final TreatmentPlans plans;
    private final ComplaintAreaQuery areas;

    ComplaintOfPlans(TreatmentPlans plans, ComplaintAreaQuery areas) {
        this.plans = plans;
        this.areas = areas;
    }

    @Override
    public AskedAbout of(PatientDetails opened) {
        var notes = plans.intakesOfActive(opened.records()).stream()
                .map(IntakeId::new)
                .toList();
        return AskedAbout.of(areas.find(opened.records(), notes));
    }
}
