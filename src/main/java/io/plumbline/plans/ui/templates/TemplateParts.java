package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.templates.TemplateContent;
import io.plumbline.plans.templates.TemplateDetails;
import io.plumbline.plans.templates.TemplateDetails.Version;
import io.plumbline.plans.ui.PhaseWords;
import io.plumbline.plans.ui.RevisionWords;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a template plans, phase by phase, and what its versions changed. */
final class TemplateParts {
    private TemplateParts() {}

    static Component content(TemplateContent content, PhaseDefaults defaults) {
        var phases = Ui.div("stack-4");
        content.asDraft().plannedPhases().forEach(phase -> phases.add(phase(phase, content, defaults)));
        if (content.services().isEmpty()) {
            phases.add(Ui.text("muted", "No services yet."));
        }
        return phases;
    }

    private static Component phase(PlanPhase phase, TemplateContent content, PhaseDefaults defaults) {
        var services = new UnorderedList();
        content.services().stream()
                .filter(line -> line.phase() == phase)
                .forEach(line -> services.add(new ListItem(line.service().label() + ", "
                        + line.frequency().label().toLowerCase(Locale.ROOT) + " × " + line.visits())));
        var rules = defaults.rulesOf(phase, content.phases());
        return Ui.card(
                phase.label(),
                services,
                Ui.facts(
                        "Ends when",
                        PhaseWords.exit(rules.exit()),
                        "Length",
                        length(rules),
                        "Re-evaluated",
                        "after " + rules.reevaluateVisits() + " visits or " + rules.reevaluateDays() + " days"));
    }

    private static String length(PhaseRules rules) {
        var visits = range(rules.leastVisits(), rules.mostVisits(), "visits");
        var days = range(rules.leastDays(), rules.mostDays(), "days");
        return visits.isEmpty() && days.isEmpty()
                ? "No limits"
                : visits.isEmpty() ? days : days.isEmpty() ? visits : visits + ", " + days;
    }

    private static String range(int least, @Nullable Integer most, String unit) {
        if (most == null) {
            return least == 0 ? "" : "at least " + least + " " + unit;
        }
        return least == 0 ? "at most " + most + " " + unit : least + " to " + most + " " + unit;
    }

    static Component versions(TemplateDetails template, Map<StaffId, String> names, RevisionWords words, ZoneId zone) {
        var list = new OrderedList();
        list.addClassName("steps");
        for (int i = 0; i < template.versions().size(); i++) {
            var version = template.versions().get(i);
            var part = Ui.div("stack-1 grow", Ui.text("strong", "Version " + version.number()));
            if (version.at() != null) {
                part.add(Ui.text(
                        "muted small",
                        Dates.dayAndTime(version.at(), zone) + " · "
                                + names.getOrDefault(Objects.requireNonNull(version.by()), "")));
            }
            if (!version.reason().isEmpty()) {
                part.add(Ui.text("", version.reason()));
            }
            if (i + 1 < template.versions().size()) {
                part.add(difference(template.versions().get(i + 1), version, words));
            }
            list.add(new ListItem(part));
        }
        return list;
    }

    private static Component difference(Version before, Version after, RevisionWords words) {
        var old = before.content();
        var now = after.content();
        var compared = Ui.div("stack-1");
        if (!old.purpose().equals(now.purpose())) {
            compared.add(Ui.text("", "Purpose before: " + (old.purpose().isEmpty() ? "none" : old.purpose())));
        }
        if (!old.asDraft().equals(now.asDraft())) {
            compared.add(words.compare(
                    "Version " + before.number(), old.asDraft(), "Version " + after.number(), now.asDraft()));
        }
        return compared;
    }
}
