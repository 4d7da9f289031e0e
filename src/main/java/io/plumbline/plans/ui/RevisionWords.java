package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.diagnoses.Diagnosis;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.phases.PhaseRules;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two revisions of a plan, side by side: only what differs.
 *
 * @param names of the practitioners of both
 */
public record RevisionWords(
        OutcomeMeasures measures, IntakeVocabulary vocabulary, Diagnoses diagnoses, Map<StaffId, String> names) {

    /** Shows what differs; a sentence if nothing does. */
    public Component compare(String left, PlanDraft before, String right, PlanDraft after) {
        var fields = RecordVersions.changedFields(before, after).stream()
                .filter(field -> !field.equals("template"))
                .toList();
        if (fields.isEmpty()) {
            return Ui.text("muted", "Nothing differs.");
        }
        var table = new NativeTable();
        table.addClassName("compare");
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell("Field"),
                        new NativeTableHeaderCell(left),
                        new NativeTableHeaderCell(right)));
        for (var field : fields) {
            var old = words(field, before);
            var now = words(field, after);
            table.getBody()
                    .add(new NativeTableRow(new NativeTableHeaderCell(label(field)), cell(old, now), cell(now, old)));
        }
        return table;
    }

    private static NativeTableCell cell(List<String> words, List<String> other) {
        var list = new UnorderedList();
        words.forEach(word -> {
            var item = new ListItem(word);
            item.setClassName("strong", !other.contains(word));
            list.add(item);
        });
        return words.isEmpty() ? new NativeTableCell("None") : new NativeTableCell(list);
    }

    private static String label(String field) {
        return switch (field) {
            case "title" -> "Name";
            case "reasonForCare" -> "Reason for care";
            case "startsOn" -> "Starts on";
            case "services" -> "Services";
            case "goals" -> "Goals";
            case "diagnoses" -> "Diagnoses";
            case "phases" -> "End of phases";
            case "factors" -> "Contributing factors";
            default -> field;
        };
    }

    private List<String> words(String field, PlanDraft draft) {
        return switch (field) {
            case "title" -> List.of(draft.title());
            case "reasonForCare" -> List.of(draft.reasonForCare());
            case "startsOn" -> draft.startsOn() == null ? List.of() : List.of(Dates.dayAndYear(draft.startsOn()));
            case "services" -> draft.services().stream().map(this::service).toList();
            case "goals" -> draft.goals().stream().map(this::goal).toList();
            case "diagnoses" ->
                draft.diagnoses().stream()
                        .map(code -> diagnoses.find(code).map(Diagnosis::words).orElse(code))
                        .toList();
            case "phases" -> draft.phases().stream().map(RevisionWords::phase).toList();
            case "factors" -> draft.factors().stream().map(this::factor).toList();
            default -> List.of();
        };
    }

    private String service(PlannedService line) {
        var who = line.practitionerId() == null ? "" : names.getOrDefault(line.practitionerId(), "");
        return line.phase().label() + ": " + line.service().label() + ", "
                + line.frequency().label().toLowerCase(Locale.ROOT) + " × " + line.visits()
                + (who.isEmpty() ? "" : ", " + who);
    }

    private String goal(PlanGoal goal) {
        return (goal.activity().isEmpty() ? measures.require(goal.measure()).name() : goal.activity()) + " from "
                + DraftWords.number(goal.baseline()) + " to " + DraftWords.number(goal.target())
                + (goal.dueOn() == null ? "" : " by " + Dates.dayAndYear(goal.dueOn()));
    }

    private static String phase(PhaseRules rules) {
        return rules.phase().label() + " ends when " + PhaseWords.exit(rules.exit()) + "; re-evaluated after "
                + rules.reevaluateVisits() + " visits or " + rules.reevaluateDays() + " days";
    }

    private String factor(PlanFactor factor) {
        var by = Stream.of(
                        factor.services().stream().map(AppointmentType::label),
                        Stream.of(factor.exercise(), factor.advice()).filter(words -> !words.isEmpty()))
                .flatMap(words -> words)
                .collect(Collectors.joining(" · "));
        return vocabulary.nameOf(factor.code()) + ", "
                + factor.status().label().toLowerCase(Locale.ROOT) + ": "
                + (by.isEmpty() ? "nothing addresses it" : by);
    }
}
