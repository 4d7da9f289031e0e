package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** How a patient's function goes, by the measure that was scored last, for those who treat the patient. */
@Order(31)
@org.springframework.stereotype.Component
class FunctionOfPatient implements PatientSection {
    private final MeasureService measures;

    FunctionOfPatient(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public Place place() {
        return Place.COURSE;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var scored = measures.findByPatient(patient);
        return scored.stream()
                .filter(history -> history.measure().isOfFunction())
                .max(Comparator.comparing(
                        (MeasureHistory history) -> history.latest().measuredOn()))
                .map(newest -> course(newest, scored, patient));
    }

    private static Component course(MeasureHistory newest, List<MeasureHistory> scored, PatientDetails patient) {
        var latest = newest.latest();
        var course = Ui.div(
                "stack-1", Ui.text("strong", "Function: " + newest.measure().name()));
        if (newest.scores().size() > 1) {
            course.add(MeasureChart.low(newest));
        }
        var words = Ui.div(
                "cluster small",
                Ui.text(
                        "num",
                        MeasureWords.score(newest.measure(), latest.result()) + " on "
                                + Dates.day(latest.measuredOn())));
        newest.change().map(change -> MeasureWords.badge(change.course())).ifPresent(words::add);
        if (scored.size() > 1) {
            words.add(new Anchor(PatientTab.MEASURES.address(patient.id()), "All " + scored.size() + " measures…"));
        }
        course.add(words);
        return course;
    }
}
