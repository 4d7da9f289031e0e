package io.plumbline.patients.ui.consents;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.ui.PatientFrame;
import io.plumbline.patients.ui.PatientPart;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** A patient's consents. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.CONSENTS)
@PageTitle("Patient, consents · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientConsentsView extends PatientPart {
    PatientConsentsView(PatientFrame frame, ConsentCard consents) {
        super(frame, PatientTab.CONSENTS, patient -> List.of(consents.of(patient)));
    }
}
