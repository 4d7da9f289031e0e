package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.util.List;
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

    /** The rule of this id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
