package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's treatment plans. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.PLANS)
@PageTitle("Patient, plans · Plumbline")
@RolesAllowed(Permission.PLAN_READ)
class PatientPlansView extends PatientPart {
    PatientPlansView(PatientFrame frame) {
        super(frame, PatientTab.PLANS, Place.PLANS);
    }
}
