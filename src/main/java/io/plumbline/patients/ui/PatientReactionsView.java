package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's adverse reactions, for those who treat the patient. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.REACTIONS)
@PageTitle("Patient, reactions · Plumbline")
@RolesAllowed(Permission.REACTION_READ)
class PatientReactionsView extends PatientPart {
    PatientReactionsView(PatientFrame frame) {
        super(frame, PatientTab.REACTIONS, Place.REACTIONS);
    }
}
