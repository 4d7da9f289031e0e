package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Component;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.records.amendments.AmendmentMentionService;
import io.plumbline.shared.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Says above a patient's notes what the patient asked to amend that no note's own screen says. */
@org.springframework.stereotype.Component
@Order(35)
class AmendmentsOfPatient implements PatientSection {
    private final AmendmentMentionService requests;
    private final AmendmentsOfPart cards;

    AmendmentsOfPatient(AmendmentMentionService requests, AmendmentsOfPart cards) {
        this.requests = requests;
        this.cards = cards;
    }

    @Override
    public Place place() {
        return Place.NOTES;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        return patient.clinical() != null && AtClinic.may(Permission.NOTE_READ, patient.clinics())
                ? cards.card("the record", requests.findAboutNoNote(patient))
                : Optional.empty();
    }
}
