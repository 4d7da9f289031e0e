package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.TemplateOrigin;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateContent;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template of a plan: those that a draft may begin with, and how a plan differs from the one that it began with. */
@org.springframework.stereotype.Component
class TemplatesOfPlans {
    private final PlanTemplateService templates;
    private final PlanService plans;
    private final MeasureService measures;
    private final IntakeVocabulary vocabulary;
    private final PhaseDefaults phases;

    TemplatesOfPlans(
            PlanTemplateService templates,
            PlanService plans,
            MeasureService measures,
            IntakeVocabulary vocabulary,
            PhaseDefaults phases) {
        this.templates = templates;
        this.plans = plans;
        this.measures = measures;
        this.vocabulary = vocabulary;
        this.phases = phases;
    }

    List<TemplateRow> offered() {
        return templates.findOffered();
    }

    /** Returns where a plan came from, and a button that makes a template of it; empty if there is nothing to show. */
    Optional<Component> part(PlanDetails plan) {
        var clinical = plan.clinical();
        if (clinical == null) {
            return Optional.empty();
        }
        var part = Ui.div("stack-2");
        var origin = clinical.draft().template();
        if (origin == null) {
            part.add(Ui.text("muted", "This plan comes from no template."));
        } else {
            part.add(difference(plan, clinical.draft(), origin));
        }
        if (CurrentUser.may(Permission.PLAN_WRITE)) {
            var messages = new Div();
            part.add(messages, Ui.div("cluster", Ui.once("Make a template of this plan", () -> Attempt.showing(messages)
                    .run(() -> Ui.navigate(Routes.planTemplateDraft(templates.beginFrom(plan)))))));
        } else if (origin == null) {
            return Optional.empty();
        }
        return Optional.of(part);
    }

    /** Read when it is opened: most openings of a plan do not ask. */
    private Component difference(PlanDetails plan, PlanDraft draft, TemplateOrigin origin) {
        var body = Ui.div("stack-2");
        var details = new Details("From " + origin.words(), body);
        details.addOpenedChangeListener(e -> {
            if (e.isOpened() && body.getComponentCount() == 0) {
                body.add(templates
                        .findVersion(plan)
                        .map(then -> compare(then, draft))
                        .orElseGet(() -> Ui.text("muted", "This version is no longer kept.")));
            }
        });
        return details;
    }

    private Component compare(TemplateContent then, PlanDraft draft) {
        var words = new RevisionWords(measures.measures(), vocabulary, plans.diagnoses(), Map.of());
        var template = then.asDraft();
        return words.compare("Template", whole(template), "This plan", whole(like(template, draft)));
    }

    /** The parts of a plan that come from a template. */
    private static PlanDraft like(PlanDraft template, PlanDraft plan) {
        return new PlanDraft(
                template.title(),
                "",
                null,
                plan.services().stream()
                        .map(line ->
                                new PlannedService(line.phase(), line.service(), null, line.frequency(), line.visits()))
                        .toList(),
                List.of(),
                List.of(),
                plan.phases(),
                List.of());
    }

    /** With the usual rules of each phase that has none of its own: an activated plan has them all. */
    private PlanDraft whole(PlanDraft draft) {
        return new PlanDraft(
                draft.title(),
                "",
                null,
                draft.services(),
                List.of(),
                List.of(),
                draft.plannedPhases().stream()
                        .map(phase -> phases.rulesOf(phase, draft.phases()))
                        .toList(),
                List.of());
    }
}
