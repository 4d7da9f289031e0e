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
import java.util.stream.Stream;

/** Who a patient is: contact details, emergency contact and care team. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.PERSON)
@PageTitle("Patient, person · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientPersonView extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;
    private final FileCards file;
    private final CareTeamCard careTeam;
    private final RelatedCard related;
    private final ReferringCard referring;
    private final StatusCard status;

    PatientPersonView(
            PatientFrame frame,
            FileCards file,
            CareTeamCard careTeam,
            RelatedCard related,
            ReferringCard referring,
            StatusCard status) {
        this.frame = frame;
        this.file = file;
        this.careTeam = careTeam;
        this.related = related;
        this.referring = referring;
        this.status = status;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, PatientTab.PERSON, patient -> Stream.concat(
                        Stream.of(PatientFrame.beside(
                                file.who(patient),
                                file.others(patient),
                                careTeam.of(patient),
                                related.of(patient),
                                referring.of(patient),
                                status.of(patient))),
                        frame.at(Place.PERSON, patient).stream())
                .toList());
    }
}
