package io.plumbline.patients.ui;

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
class PatientPersonView extends PatientPart {
    PatientPersonView(
            PatientFrame frame,
            FileCards file,
            CareTeamCard careTeam,
            RelatedCard related,
            ReferringCard referring,
            StatusCard status) {
        super(frame, PatientTab.PERSON, patient -> Stream.concat(
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
