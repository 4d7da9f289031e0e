package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.ui.attachments.AttachmentList;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The files on a patient's record, as far as the current user may read them. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.FILES)
@PageTitle("Patient, files · Plumbline")
@RolesAllowed(Permission.ATTACHMENT_READ)
class PatientFilesView extends PatientPart {
    PatientFilesView(PatientFrame frame, AttachmentList files) {
        super(frame, PatientTab.FILES, patient -> List.of(files.of(patient)));
    }
}
