package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who a patient is: contact details, emergency contact and care team. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.PERSON)
@PageTitle("Patient, person · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientPersonView extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;
    private final FileCards file;

    PatientPersonView(PatientFrame frame, FileCards file) {
        this.frame = frame;
        this.file = file;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(
                this,
                event,
                PatientTab.PERSON,
                patient ->
                        List.of(PatientFrame.beside(file.who(patient), file.others(patient), file.careTeam(patient))));
    }
}
