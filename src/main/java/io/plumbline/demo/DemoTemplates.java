package io.plumbline.demo;

import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateContent;
import io.plumbline.plans.templates.TemplateDetails;
import io.plumbline.taper.PlannedService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Copies the example of combined care, publishes it, and then the version with which the demo plans begin. */
@Component
class DemoTemplates {
    private static final String COMBINED = "lower-back-combined";

    private final PlanTemplateService templates;

    DemoTemplates(PlanTemplateService templates) {
        this.templates = templates;
    }

    /** To be called as a chiropractor. */
    void publish() {
        var id = templates.copy(COMBINED);
        templates.publish(id, now(id).revision(), "");
        templates.edit(id, now(id).revision());
        var first = now(id);
        var content = first.versions().getFirst().content();
        var revision = templates.saveDraft(
                id,
                first.revision(),
                new TemplateContent(
                        content.name(),
                        "Adjustment and massage on the same day, weekly and then every two weeks; afterwards monthly.",
                        services(),
                        content.phases()));
        templates.publish(id, revision, "Both on the same day in every phase, as agreed in the team meeting.");
    }

    private TemplateDetails now(String id) {
        return templates.open(id).orElseThrow();
    }

    private static List<PlannedService> services() {
        return DemoTaper.of(DemoCourses.Care.COMBINED, DemoCourses.Stage.DRAFT).stream()
                .map(line -> new PlannedService(line.phase(), line.service(), null, line.frequency(), line.visits()))
                .toList();
    }

    /** Returns the plan with the template that has its services, if one is offered. */
    PlanDraft from(PlanDraft plan) {
        var services = plan.services().stream()
                .map(line -> new PlannedService(line.phase(), line.service(), null, line.frequency(), line.visits()))
                .toList();
        return templates.findOffered().stream()
                .filter(row -> row.content().services().equals(services))
                .findFirst()
                .map(row -> plan.withTemplate(row.origin()))
                .orElse(plan);
    }
}
