package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Writes the next version of a plan template. Plans begin with the published version until this one is published. */
@Route(Routes.PLAN_TEMPLATES + "/:" + Routes.ID + "/" + Routes.EDIT)
@PageTitle("Edit a plan template · Plumbline")
@RolesAllowed(Permission.PLAN_WRITE)
class PlanTemplateDraftView extends Main implements BeforeEnterObserver {
    private final PlanTemplateService templates;
    private final PhaseDefaults defaults;
    private final ClinicService clinics;
    private final Clock clock;

    PlanTemplateDraftView(PlanTemplateService templates, PhaseDefaults defaults, ClinicService clinics, Clock clock) {
        this.templates = templates;
        this.defaults = defaults;
        this.clinics = clinics;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var template = templates
                .open(event.getRouteParameters().get(Routes.ID).orElse(""))
                .orElseThrow(NotFoundException::new);
        removeAll();
        if (template.draft() == null) {
            event.forwardTo(Routes.planTemplate(template.id()));
        } else {
            add(new PlanTemplateEditor(templates, template, defaults, clock, clinics.ownZone()));
        }
    }
}
