package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import io.plumbline.shared.ui.VersionedPage;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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
    private final VersionedPage<TemplateDetails> page;

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
        page = new VersionedPage<>("template", template -> open(template.id()), this::show);
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(open(event.getRouteParameters().get(Routes.ID).orElse("")));
    }

    private TemplateDetails open(String id) {
        return templates.open(id).orElseThrow(NotFoundException::new);
    }

    private void show(TemplateDetails template) {
        removeAll();
        var content = template.isPublished()
                ? template.versions().getFirst().content()
                : Optional.ofNullable(template.draft()).orElseThrow(NotFoundException::new);
        var box = page.box("wide", template.name(), state(template), actions(template));
        if (template.isRetired()) {
            box.add(Ui.alert("Retired: " + template.retiredReason()));
        }
        if (!content.purpose().isEmpty()) {
            box.add(Ui.text("", content.purpose()));
        }
        box.add(TemplateParts.content(content, defaults));
        if (template.source() != null) {
            box.add(Ui.card("Source", Ui.text("", template.source())));
        }
        if (!template.isExample() && template.isPublished()) {
            box.add(Ui.card("Versions", versions(template)));
        }
        add(box);
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

    private List<Component> actions(TemplateDetails template) {
        var copy = copy(template);
        if (template.isExample()) {
            return List.of(Ui.primary(copy));
        }
        if (template.isRetired()) {
            return List.of(
                    copy,
                    page.change(
                            template, "Offer again", () -> templates.offerAgain(template.id(), template.revision())));
        }
        var edit = page.edit(
                template,
                "Edit",
                () -> templates.edit(template.id(), template.revision()),
                Routes.planTemplateDraft(template.id()));
        return template.isPublished()
                ? List.of(copy, new Button("Retire…", e -> retire(template)), edit)
                : List.of(edit);
    }

    private static Component state(TemplateDetails template) {
        if (template.isExample()) {
            return StatusBadge.clinical("Example, needs sign-off");
        }
        return template.isRetired() ? StatusBadge.neutral("Retired") : VersionedPage.state(template, "Draft");
    }

    private Button copy(TemplateDetails template) {
        return Ui.once(
                "Copy to edit",
                () -> page.attempt(
                        template, () -> Ui.navigate(Routes.planTemplateDraft(templates.copy(template.id())))));
    }

    private void retire(TemplateDetails template) {
        new ReasonDialog(
                        "Retire this template",
                        "It is no longer offered to new plans. Plans that began with it stay as they are.",
                        "Retire",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    templates.retire(template.id(), template.revision(), reason);
                                    page.showNow(template);
                                },
                                () -> "A colleague changed this template in the meantime. Copy what you typed, then"
                                        + " close this and open the template again."))
                .open();
    }
}
