package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Writes the next version of a consent text. Patients agree to the published version until this one is published. */
@Route(Routes.CONSENT_TEXTS + "/:" + Routes.ID + "/" + Routes.EDIT)
@PageTitle("Edit a consent text · Plumbline")
@RolesAllowed(Permission.CONSENT_TEXT_WRITE)
class ConsentTextDraftView extends Main implements BeforeEnterObserver {
    private final ConsentTextService texts;
    private final ClinicService clinics;
    private final Clock clock;

    ConsentTextDraftView(ConsentTextService texts, ClinicService clinics, Clock clock) {
        this.texts = texts;
        this.clinics = clinics;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text =
                texts.open(Ids.parsed(event.getRouteParameters().get(Routes.ID).orElse(null), ConsentTextKey::parse)
                        .orElseThrow(NotFoundException::new));
        removeAll();
        if (text.draft() == null) {
            event.forwardTo(Routes.consentText(text.key().toString()));
        } else {
            add(new ConsentTextEditor(texts, text, clinics.ownToday(), clock, clinics.ownZone()));
        }
    }
}
