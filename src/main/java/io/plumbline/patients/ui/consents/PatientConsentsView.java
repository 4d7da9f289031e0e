package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.ui.PatientFrame;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** A patient's consents. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.CONSENTS)
@PageTitle("Patient, consents · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientConsentsView extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;
    private final ConsentCard consents;

    PatientConsentsView(PatientFrame frame, ConsentCard consents) {
        this.frame = frame;
        this.consents = consents;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, PatientTab.CONSENTS, patient -> List.of(consents.of(patient)));
    }
}
