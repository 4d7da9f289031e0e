package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** How a patient's function goes, by the measures that were scored last, for those who treat the patient. */
@Order(31)
@org.springframework.stereotype.Component
class FunctionOfPatient implements PatientSection {
    private static final int MOST = 2;

    private final MeasureService measures;

    FunctionOfPatient(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var scored = measures.findByPatient(patient).stream()
                .filter(history -> history.measure().isOfFunction())
                .sorted(Comparator.comparing(
                                (MeasureHistory history) -> history.latest().measuredOn())
                        .reversed())
                .limit(MOST)
                .toList();
        return scored.isEmpty() ? Optional.empty() : Optional.of(MeasureTrends.part("Function", scored));
    }
}
