package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.consents.ConsentTextDetails;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.patients.consents.PublishedConsentText;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.VersionedPage;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One consent text with its versions. */
@Route(Routes.CONSENT_TEXTS + "/:" + Routes.ID)
@PageTitle("Consent text · Plumbline")
@RolesAllowed(Permission.CONSENT_TEXT_WRITE)
class ConsentTextView extends Main implements BeforeEnterObserver {
    private final ConsentTextService texts;
    private final ClinicService clinics;
    private final VersionedPage<ConsentTextDetails> page;

    ConsentTextView(ConsentTextService texts, ClinicService clinics) {
        this.texts = texts;
        this.clinics = clinics;
        page = new VersionedPage<>("text", text -> texts.open(text.key()), this::show);
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(texts.open(Ids.parsed(event.getRouteParameters().get(Routes.ID).orElse(null), ConsentTextKey::parse)
                .orElseThrow(NotFoundException::new)));
    }

    private void show(ConsentTextDetails text) {
        removeAll();
        var box = page.box("flow", text.key().label(), VersionedPage.state(text, "No text yet"), List.of(edit(text)));
        if (!text.key().kind().isAskedOnline()) {
            box.add(Ui.text(
                    "",
                    "Patients agree to this at the visit, once it has been explained to them. An online intake"
                            + " does not ask for it."));
        }
        if (!text.isPublished()) {
            box.add(
                    Ui.text(
                            "",
                            "No text is published. Until then, staff type the version of the paper form when they record"
                                    + " this consent."),
                    Ui.card(
                            "Example, to be replaced after legal review",
                            ConsentTextPart.of(
                                    text.example(), text.key().language().locale())));
        } else {
            box.add(Ui.card("Versions", versions(text)));
        }
        add(box);
    }

    private Component versions(ConsentTextDetails text) {
        var list = new OrderedList();
        list.addClassName("steps");
        var today = clinics.ownToday();
        var current = text.versions().stream()
                .filter(version -> !version.validFrom().isAfter(today))
                .findFirst()
                .orElse(null);
        text.versions().forEach(version -> list.add(new ListItem(version(version, version.equals(current)))));
        return list;
    }

    private Component version(PublishedConsentText version, boolean isCurrent) {
        var title = Ui.div("cluster", Ui.text("strong", "Version " + version.number()));
        if (isCurrent) {
            title.add(StatusBadge.ok("In use"));
        }
        if (version.askAgain()) {
            title.add(StatusBadge.info("Asked again"));
        }
        return Ui.div(
                "stack-2 grow",
                title,
                Ui.text(
                        "muted small",
                        "Valid from " + Dates.dayAndYear(version.validFrom()) + " · published "
                                + Dates.dayAndTime(version.publishedAt(), clinics.ownZone()) + " by "
                                + version.publishedBy()),
                ConsentTextPart.of(version));
    }

    private Component edit(ConsentTextDetails text) {
        return page.edit(
                text,
                text.isPublished() ? "Edit" : "Begin with the example",
                () -> texts.edit(text.key(), text.revision()),
                Routes.consentTextDraft(text.key().toString()));
    }
}
