package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
class PatientFilesView extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;
    private final AttachmentList files;

    PatientFilesView(PatientFrame frame, AttachmentList files) {
        this.frame = frame;
        this.files = files;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, PatientTab.FILES, patient -> List.of(files.of(patient)));
    }
}
