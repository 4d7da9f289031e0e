package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's outcome measures, for those who treat the patient. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.MEASURES)
@PageTitle("Patient, measures · Plumbline")
@RolesAllowed(Permission.MEASURE_READ)
class PatientMeasuresView extends PatientPart {
    PatientMeasuresView(PatientFrame frame) {
        super(frame, PatientTab.MEASURES, Place.MEASURES);
    }
}
