package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Beside the overview of a patient: whether the desk should call, with a link to the board. */
@Order(25)
@org.springframework.stereotype.Component
class RecallOfPatient implements PatientSection {
    private final RecallService recalls;

    RecallOfPatient(RecallService recalls) {
        this.recalls = recalls;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        return AtClinic.may(Permission.RECALL_WORK, patient.clinics())
                ? recalls.findOpen(patient)
                        .map(recall -> Ui.railPart(
                                "Recall",
                                Ui.text("", RecallWords.why(recall, patient.today())),
                                new Anchor(Routes.recall(patient.id()), RecallWords.due(recall))))
                : Optional.empty();
    }
}
