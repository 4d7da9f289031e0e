package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The red-flag screen as data, with version and source.
 *
 * @param approvedBy the clinic's licensed lead who has signed it off; null while nobody has
 */
public record ScreeningRules(
        String version, String source, @Nullable String approvedBy, List<Rule> rules) {
    /**
     * One question and what a yes means.
     *
     * @param combinedLevel the level when one of {@code combinedWith} is answered yes too; where that list is empty,
     *     only a clinician can say so
     */
    public record Rule(
            String id,
            String question,
            String flag,
            FlagLevel level,
            @Nullable FlagLevel combinedLevel,
            List<String> combinedWith,
            @Nullable String note) {}

    /** What a yes means, and how urgent it is together with the other answers. */
    public record Finding(Rule rule, FlagLevel level) {}

    /** What the answers mean, most urgent first; a question that was not asked means nothing. */
    public List<Finding> findings(Map<String, ScreeningAnswer> answers) {
        return rules.stream()
                .filter(rule -> isYes(answers, rule.id()))
                .map(rule -> new Finding(rule, level(rule, answers)))
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    /** The questions that a signed screen must have an answer to: those whose yes is a hold. */
    public List<Rule> mustBeAsked() {
        return rules.stream().filter(rule -> rule.level().isHold()).toList();
    }

    private static FlagLevel level(Rule rule, Map<String, ScreeningAnswer> answers) {
        var combined = rule.combinedLevel();
        return combined != null && rule.combinedWith().stream().anyMatch(id -> isYes(answers, id))
                ? combined
                : rule.level();
    }

    private static boolean isYes(Map<String, ScreeningAnswer> answers, String rule) {
        return answers.get(rule) == ScreeningAnswer.YES;
    }

    /** The rule of this id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
