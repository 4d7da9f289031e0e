package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
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
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** One consent text with its versions. */
@Route(Routes.CONSENT_TEXTS + "/:" + Routes.ID)
@PageTitle("Consent text · Plumbline")
@RolesAllowed(Permission.CONSENT_TEXT_WRITE)
class ConsentTextView extends Main implements BeforeEnterObserver {
    private final ConsentTextService texts;
    private final ClinicService clinics;
    private final Div messages = new Div();

    ConsentTextView(ConsentTextService texts, ClinicService clinics) {
        this.texts = texts;
        this.clinics = clinics;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(texts.open(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), ConsentTextKey::parse)
                .orElseThrow(NotFoundException::new)));
    }

    private void show(ConsentTextDetails text) {
        removeAll();
        var page = Ui.div("page flow", head(text), messages);
        if (!text.key().kind().isAskedOnline()) {
            page.add(Ui.text(
                    "",
                    "Patients agree to this at the visit, once it has been explained to them. An online intake"
                            + " does not ask for it."));
        }
        if (text.versions().isEmpty()) {
            page.add(
                    Ui.text(
                            "",
                            "No text is published. Until then, staff type the version of the paper form when they record"
                                    + " this consent."),
                    Ui.card(
                            "Example, to be replaced after legal review",
                            ConsentTextPart.of(
                                    text.example(), text.key().language().locale())));
        } else {
            page.add(Ui.card("Versions", versions(text)));
        }
        add(page);
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

    private Component head(ConsentTextDetails text) {
        var title = Ui.div("cluster", Ui.title(text.key().label()));
        title.add(
                text.versions().isEmpty()
                        ? StatusBadge.neutral("No text yet")
                        : StatusBadge.ok("Version " + text.versions().getFirst().number()));
        return Ui.div("page-head", title, Ui.div("cluster", edit(text)));
    }

    private Button edit(ConsentTextDetails text) {
        var words = text.draft() != null
                ? "Continue the draft"
                : text.versions().isEmpty() ? "Begin with the example" : "Edit";
        var edit = Ui.once(words, () -> {
            messages.removeAll();
            Attempt.showing(messages)
                    .ifChanged(() -> {
                        show(texts.open(text.key()));
                        messages.add(
                                Ui.alert("A colleague changed this text in the meantime. This is what it says now."));
                    })
                    .run(() -> {
                        if (text.draft() == null) {
                            texts.edit(text.key(), text.revision());
                        }
                        UI.getCurrentOrThrow()
                                .navigate(Routes.consentTextDraft(text.key().toString()));
                    });
        });
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        return edit;
    }
}
