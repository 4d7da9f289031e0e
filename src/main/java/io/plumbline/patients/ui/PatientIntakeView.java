package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
class PatientIntakeView extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;

    PatientIntakeView(PatientFrame frame) {
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, PatientTab.INTAKE, patient -> frame.at(Place.INTAKE, patient));
    }
}
