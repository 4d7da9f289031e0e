package io.plumbline.plans.ui;

import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanGoal;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what a colleague wrote into a field of a plan. */
final class DraftWords {
    private DraftWords() {}

    /** @param field the name of the field in {@link PlanDraft} */
    static String of(String field, PlanDraft draft, GoalScores scores, IntakeVocabulary vocabulary) {
        return switch (field) {
            case "title" -> "the name is now “" + draft.title() + "”";
            case "reasonForCare" -> "the reason for care is now “" + draft.reasonForCare() + "”";
            case "startsOn" ->
                "it now starts on " + (draft.startsOn() == null ? "no day" : Dates.day(draft.startsOn()));
            case "services" -> "the phases are now " + services(draft);
            case "goals" -> "the goals are now " + goals(draft, scores);
            case "diagnoses" -> "the diagnoses are now " + draft.diagnoses();
            case "phases" ->
                "what ends the phases is now "
                        + draft.phases().stream()
                                .map(rules -> rules.phase().label() + ": " + PhaseWords.exit(rules.exit()))
                                .toList();
            case "factors" ->
                "the contributing factors are now "
                        + draft.factors().stream()
                                .map(factor -> vocabulary.nameOf(factor.code()))
                                .toList();
            case "template" ->
                draft.template() == null
                        ? "it comes from no template"
                        : "it now comes from the template " + draft.template().words();
            case "carriedOver" ->
                "the visits carried over are now "
                        + draft.carriedOver().stream()
                                .map(carried -> carried.service().label() + " × " + carried.visits())
                                .toList();
            default -> throw new Refused(field);
        };
    }

    static List<String> services(PlanDraft draft) {
        return draft.services().stream()
                .map(line -> line.phase().label() + ": " + line.service().label() + ", "
                        + line.frequency().label().toLowerCase(Locale.ROOT) + " × " + line.visits())
                .toList();
    }

    static List<String> goals(PlanDraft draft, GoalScores scores) {
        return draft.goals().stream().map(goal -> goal(goal, scores)).toList();
    }

    private static String goal(PlanGoal goal, GoalScores scores) {
        return scores.scoreOf(goal).name() + " from " + number(goal.baseline()) + " to " + number(goal.target());
    }

    /** Returns a score as it is typed; empty if there is none. */
    static String number(@Nullable BigDecimal score) {
        return score == null ? "" : score.toPlainString();
    }
}
