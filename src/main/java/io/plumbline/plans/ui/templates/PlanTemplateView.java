package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateDetails;
import io.plumbline.plans.ui.RevisionWords;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of one plan template with its versions. */
@Route(Routes.PLAN_TEMPLATES + "/:" + Routes.ID)
@PageTitle("Plan template · Plumbline")
@RolesAllowed(Permission.PLAN_WRITE)
class PlanTemplateView extends Main implements BeforeEnterObserver {
    private final PlanTemplateService templates;
    private final PlanService plans;
    private final PractitionerService practitioners;
    private final MeasureService measures;
    private final IntakeVocabulary vocabulary;
    private final PhaseDefaults defaults;
    private final ClinicService clinics;
    private final Div messages = new Div();

    PlanTemplateView(
            PlanTemplateService templates,
            PlanService plans,
            PractitionerService practitioners,
            MeasureService measures,
            IntakeVocabulary vocabulary,
            PhaseDefaults defaults,
            ClinicService clinics) {
        this.templates = templates;
        this.plans = plans;
        this.practitioners = practitioners;
        this.measures = measures;
        this.vocabulary = vocabulary;
        this.defaults = defaults;
        this.clinics = clinics;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(templates
                .open(event.getRouteParameters().get(Routes.ID).orElse(""))
                .orElseThrow(NotFoundException::new));
    }

    private void show(TemplateDetails template) {
        removeAll();
        var isPublished = !template.versions().isEmpty();
        var content = isPublished
                ? template.versions().getFirst().content()
                : Optional.ofNullable(template.draft()).orElseThrow(NotFoundException::new);
        var page = Ui.div("page wide", head(template), messages);
        if (template.isRetired()) {
            page.add(Ui.alert("Retired: " + template.retiredReason()));
        }
        if (!content.purpose().isEmpty()) {
            page.add(Ui.text("", content.purpose()));
        }
        page.add(TemplateParts.content(content, defaults));
        if (template.source() != null) {
            page.add(Ui.card("Source", Ui.text("", template.source())));
        }
        if (!template.isExample() && isPublished) {
            page.add(Ui.card("Versions", versions(template)));
        }
        add(page);
    }

    private Component versions(TemplateDetails template) {
        return TemplateParts.versions(
                template,
                practitioners.namesOf(template.versions().stream()
                        .flatMap(version -> Stream.ofNullable(version.by()))
                        .collect(Collectors.toSet())),
                new RevisionWords(measures.measures(), vocabulary, plans.diagnoses(), Map.of()),
                clinics.ownZone());
    }

    private Component head(TemplateDetails template) {
        var title = Ui.div("cluster", Ui.title(template.name()), badge(template));
        var actions = Ui.div("cluster");
        if (template.isExample()) {
            actions.add(primary(copy(template)));
        } else if (template.isRetired()) {
            actions.add(
                    copy(template),
                    Ui.once(
                            "Offer again",
                            () -> attempt(template, () -> {
                                templates.offerAgain(template.id(), template.revision());
                                showNow(template);
                            })));
        } else {
            if (!template.versions().isEmpty()) {
                actions.add(copy(template), new Button("Retire…", e -> retire(template)));
            }
            actions.add(primary(edit(template)));
        }
        return Ui.div("page-head", title, actions);
    }

    private static Component badge(TemplateDetails template) {
        if (template.isExample()) {
            return StatusBadge.clinical("Example, needs sign-off");
        }
        if (template.isRetired()) {
            return StatusBadge.neutral("Retired");
        }
        return template.versions().isEmpty()
                ? StatusBadge.neutral("Draft")
                : StatusBadge.ok("Version " + template.versions().getFirst().number());
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button copy(TemplateDetails template) {
        return Ui.once(
                "Copy to edit",
                () -> attempt(template, () -> UI.getCurrentOrThrow()
                        .navigate(Routes.planTemplateDraft(templates.copy(template.id())))));
    }

    private Button edit(TemplateDetails template) {
        return Ui.once(
                template.draft() == null ? "Edit" : "Continue the draft",
                () -> attempt(template, () -> {
                    if (template.draft() == null) {
                        templates.edit(template.id(), template.revision());
                    }
                    UI.getCurrentOrThrow().navigate(Routes.planTemplateDraft(template.id()));
                }));
    }

    private void retire(TemplateDetails template) {
        new ReasonDialog(
                        "Retire this template",
                        "It is no longer offered to new plans. Plans that began with it stay as they are.",
                        "Retire",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    templates.retire(template.id(), template.revision(), reason);
                                    showNow(template);
                                },
                                () -> "A colleague changed this template in the meantime. Copy what you typed, then"
                                        + " close this and open the template again."))
                .open();
    }

    private void attempt(TemplateDetails template, Runnable action) {
        messages.removeAll();
        Attempt.showing(messages)
                .ifChanged(() -> {
                    showNow(template);
                    messages.add(Ui.alert(
                            "A colleague changed this template in the meantime. This is what it says" + " now."));
                })
                .run(action);
    }

    private void showNow(TemplateDetails template) {
        show(templates.open(template.id()).orElseThrow(NotFoundException::new));
    }
}
