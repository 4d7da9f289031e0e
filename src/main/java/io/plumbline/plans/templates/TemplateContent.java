package io.plumbline.plans.templates;

import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.TemplateOrigin;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.JsonColumn;
import io.plumbline.taper.PlannedService;
import jakarta.persistence.Converter;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * What a plan that begins with a template takes over: its services without practitioners, and what ends its phases. The
 * goals of a plan come from the scores of its patient.
 *
 * @param name at most 120 characters; a plan takes it as its name, which managers and the front desk read
 * @param purpose for whom it is meant, at most 400 characters
 * @param services at most twelve lines and 120 visits
 * @param phases what ends each phase; a phase without rules has the usual ones
 */
public record TemplateContent(String name, String purpose, List<PlannedService> services, List<PhaseRules> phases) {
    private static final int MOST_SERVICES = 12;

    /** The names of plans that nobody has chosen, so that a template may replace them. */
    private static final Set<String> NOT_CHOSEN = Set.of("", "Treatment plan");

    /** @throws Refused if a text is too long, or no plan could have these services; the message is for the user */
    public TemplateContent {
        name = TextLimit.optional("The name of the template", name, 120);
        purpose = TextLimit.optional("The purpose", purpose, 400);
        services = services.stream()
                .map(line -> new PlannedService(line.phase(), line.service(), null, line.frequency(), line.visits()))
                .toList();
        phases = List.copyOf(phases);
        if (services.size() > MOST_SERVICES) {
            throw new Refused("A template has at most twelve lines");
        }
        new PlanDraft(name, "", null, services);
    }

    /** Returns an empty template. */
    static TemplateContent empty() {
        return new TemplateContent("", "", List.of(), List.of());
    }

    /**
     * Refuses what cannot be published.
     *
     * @throws Refused if the name or the services are missing, or a phase could never end; the message is for the user
     */
    void requireComplete(PhaseDefaults defaults) {
        TextLimit.required("The name of the template", name, 120);
        if (services.isEmpty()) {
            throw new Refused("Add a service to a phase first");
        }
        var draft = asDraft();
        draft.plannedPhases().forEach(phase -> defaults.rulesOf(phase, phases).refuseNeverMet(draft.visitsIn(phase)));
    }

    /** Returns the content with the name and services of a plan, to compare them. */
    public PlanDraft asDraft() {
        return new PlanDraft(name, "", null, services, List.of(), List.of(), phases, List.of());
    }

    /**
     * Returns a draft that begins with this template: its name unless somebody chose one, its services, with the
     * practitioner whom the draft has for each service, and the ends of its phases.
     */
    public PlanDraft appliedTo(PlanDraft draft, TemplateOrigin origin) {
        var givers = new HashMap<AppointmentType, StaffId>();
        draft.services().forEach(line -> {
            if (line.practitionerId() != null) {
                givers.putIfAbsent(line.service(), line.practitionerId());
            }
        });
        var before = draft.template();
        var isNameFree = NOT_CHOSEN.contains(draft.title())
                || before != null && before.name().equals(draft.title());
        return new PlanDraft(
                isNameFree ? name : draft.title(),
                draft.reasonForCare(),
                draft.startsOn(),
                services.stream()
                        .map(line -> new PlannedService(
                                line.phase(),
                                line.service(),
                                givers.get(line.service()),
                                line.frequency(),
                                line.visits()))
                        .toList(),
                draft.goals(),
                draft.diagnoses(),
                phases,
                draft.factors(),
                origin,
                draft.carriedOver());
    }

    /** Returns the content of a plan as a template without a name. */
    static TemplateContent of(PlanDraft plan) {
        return new TemplateContent("", "", plan.services(), plan.phases());
    }

    /** Stores the content as JSON, since a version is read as a whole and never changes. */
    @Converter
    static final class Column extends JsonColumn<TemplateContent> {
        Column() {
            super(TemplateContent.class);
        }
    }
}
