package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's session notes, for those who treat the patient. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.NOTES)
@PageTitle("Patient, notes · Plumbline")
@RolesAllowed(Permission.NOTE_READ)
class PatientNotesView extends PatientPart {
    PatientNotesView(PatientFrame frame) {
        super(frame, PatientTab.NOTES, Place.NOTES);
    }
}
