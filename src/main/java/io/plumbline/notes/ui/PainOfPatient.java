package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The patient's pain over the signed sessions, for those who treat the patient. */
@Order(30)
@org.springframework.stereotype.Component
class PainOfPatient implements PatientSection {
    private final NoteHistoryService notes;

    PainOfPatient(NoteHistoryService notes) {
        this.notes = notes;
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
        var newest = notes.findByPatient(patient);
        var signed = newest.stream().filter(row -> row.status().isSigned()).toList();
        return PainChart.low(signed, newest.size() == NoteHistoryService.PAGE)
                .map(chart -> Ui.div("stack-1", Ui.text("strong", "Pain before and after sessions"), chart));
    }
}
