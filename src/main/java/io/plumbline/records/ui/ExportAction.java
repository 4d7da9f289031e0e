package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.AtClinic;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.records.RecordExportService;
import io.plumbline.shared.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Exports the whole record from the patient's page, for those who treat the patient. */
@Order(90)
@org.springframework.stereotype.Component
class ExportAction implements PatientSection {
    private final RecordExportService exports;
    private final ProofFirst proof;

    ExportAction(RecordExportService exports, ProofFirst proof) {
        this.exports = exports;
        this.proof = proof;
    }

    @Override
    public Place place() {
        return Place.ACTION;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null || !AtClinic.may(Permission.RECORD_EXPORT, patient.clinics())) {
            return Optional.empty();
        }
        return Optional.of(new Button(
                "Export record…", e -> new ExportDialog(ExportSteps.of(exports, patient.id()), proof).open()));
    }
}
