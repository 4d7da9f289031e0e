package io.plumbline.forms.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Writes the next version of a form. Notes have the published version until this one is published. */
@Route(Routes.INTAKE_FORMS + "/:" + Routes.ID + "/" + Routes.EDIT)
@PageTitle("Edit an intake form · Plumbline")
@RolesAllowed(Permission.INTAKE_FORM_WRITE)
class FormDraftView extends Main implements BeforeEnterObserver {
    private final FormService forms;
    private final ClinicService clinics;
    private final Clock clock;

    FormDraftView(FormService forms, ClinicService clinics, Clock clock) {
        this.forms = forms;
        this.clinics = clinics;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var form = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), FormId::new)
                .flatMap(forms::open)
                .orElseThrow(NotFoundException::new);
        removeAll();
        if (form.draft() == null) {
            event.forwardTo(Routes.intakeForm(form.id().value()));
        } else {
            add(new FormEditor(forms, form, clock, clinics.ownZone()));
        }
    }
}
