package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's intake notes; for those who do not treat the patient, only their status. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.INTAKE)
@PageTitle("Patient, intake · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientIntakeView extends PatientPart {
    PatientIntakeView(PatientFrame frame) {
        super(frame, PatientTab.INTAKE, Place.INTAKE);
    }
}
