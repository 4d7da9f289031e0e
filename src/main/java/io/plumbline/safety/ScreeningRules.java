package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The red-flag screen as data, with version and source. A question asks one fact; what the record knows, the age, is
 * computed and never asked; what follows from several facts is counted.
 *
 * @param approvedBy the clinic's licensed lead who has signed it off; null while nobody has
 * @param earlier the version before it, by which answers given under it are read; null for the first
 */
public record ScreeningRules(
        String version,
        String source,
        @Nullable String approvedBy,
        List<Rule> rules,
        @Nullable ScreeningRules earlier) {
    /**
     * A question and what a yes means, or what follows from the answers to others.
     *
     * @param question what is asked; of an age, what it is; empty where other answers are counted
     * @param flag what a finding is called: a positive screen, never a diagnosis; empty for a bare fact
     * @param level how urgent a yes is; null for a bare fact, which counts only together with others
     * @param combinedLevel the level when one of {@code combinedWith} is answered yes too; where that list is empty,
     *     only a clinician can say so
     * @param age of which it is true, by the birth date; null for what is asked or counted
     * @param count which other answers it follows from; null for what is asked or an age
     */
    public record Rule(
            String id,
            String question,
            String flag,
            @Nullable FlagLevel level,
            @Nullable FlagLevel combinedLevel,
            List<String> combinedWith,
            @Nullable Age age,
            @Nullable Count count,
            @Nullable String note) {
        /** Whether somebody is asked it. */
        public boolean isAsked() {
            return age == null && count == null;
        }

        /** Whether somebody who finds it may raise it alone. */
        public boolean mayBeRaised() {
            return level != null && age == null;
        }

        /** The question, or where nothing is asked the name of the flag. */
        public String words() {
            return question.isEmpty() ? flag : question;
        }
    }

    /** An age in years: over one, or under another; null for no such limit. */
    public record Age(@Nullable Integer over, @Nullable Integer under) {
        boolean includes(int years) {
            return over != null && years > over || under != null && years < under;
        }
    }

    /**
     * How many of some facts must be true.
     *
     * @param with what must be true in any case; null for nothing
     * @param of the facts; each is one of several rules, or of several joined by a plus sign
     * @param least from how many on it is a finding
     * @param more from how many on it has the combined level; null where it has none
     */
    public record Count(
            @Nullable String with,
            List<List<String>> of,
            int least,
            @Nullable Integer more) {
        /** The rules that it looks at. */
        public Stream<String> ids() {
            return Stream.concat(
                    Stream.ofNullable(with),
                    of.stream().flatMap(List::stream).flatMap(ids -> Arrays.stream(ids.split("\\+"))));
        }
    }

    /** What a yes means, and how urgent it is together with the other answers. */
    public record Finding(Rule rule, FlagLevel level) {}

    /**
     * What the answers mean, most urgent first; a question that was not asked means nothing. An answer to a question that
     * only the earlier version has still counts.
     */
    public List<Finding> findings(Map<String, ScreeningAnswer> answers) {
        var own = rules.stream();
        var before = earlier == null
                ? Stream.<Rule>empty()
                : earlier.rules.stream().filter(rule -> own(rule.id()).isEmpty());
        return Stream.concat(own, before)
                .filter(rule -> rule.level() != null && applies(rule, answers))
                .map(rule -> new Finding(rule, level(rule, answers)))
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    /** The questions, in order. */
    public List<Rule> asked() {
        return rules.stream().filter(Rule::isAsked).toList();
    }

    /** What somebody who finds it may raise alone. */
    public List<Rule> raisable() {
        return rules.stream().filter(Rule::mayBeRaised).toList();
    }

    /**
     * The questions that a signed screen must have an answer to, each its own: those whose yes is a hold, alone or as a
     * fact that counts together with others.
     */
    public List<Rule> mustBeAsked() {
        return asked().stream()
                .filter(rule -> rule.level() == null
                        ? countsForHold(rule)
                        : rule.level().isHold())
                .toList();
    }

    private boolean countsForHold(Rule fact) {
        return rules.stream()
                .anyMatch(rule -> isHold(rule.level())
                                && rule.count() != null
                                && rule.count().ids().anyMatch(fact.id()::equals)
                        || isHold(rule.combinedLevel()) && rule.combinedWith().contains(fact.id()));
    }

    private static boolean isHold(@Nullable FlagLevel level) {
        return level != null && level.isHold();
    }

    /**
     * The answers with what the age says.
     *
     * @param born null where it is not known: then the age says nothing
     */
    public Map<String, ScreeningAnswer> withAge(
            Map<String, ScreeningAnswer> answers, @Nullable LocalDate born, LocalDate today) {
        var all = new TreeMap<>(answers);
        if (born != null) {
            var years = Period.between(born, today).getYears();
            rules.forEach(rule -> {
                if (rule.age() != null) {
                    all.put(rule.id(), rule.age().includes(years) ? ScreeningAnswer.YES : ScreeningAnswer.NO);
                }
            });
        }
        return all;
    }

    private FlagLevel level(Rule rule, Map<String, ScreeningAnswer> answers) {
        var combined = rule.combinedLevel();
        var count = rule.count();
        var isMore = count == null
                ? rule.combinedWith().stream().anyMatch(id -> applies(id, answers))
                : count.more() != null && counted(count, answers) >= count.more();
        return combined != null && isMore ? combined : Objects.requireNonNull(rule.level());
    }

    private boolean applies(String id, Map<String, ScreeningAnswer> answers) {
        return rule(id).map(rule -> applies(rule, answers)).orElse(false);
    }

    private boolean applies(Rule rule, Map<String, ScreeningAnswer> answers) {
        var count = rule.count();
        return answers.get(rule.id()) == ScreeningAnswer.YES
                || count != null
                        && (count.with() == null || applies(count.with(), answers))
                        && counted(count, answers) >= count.least();
    }

    private long counted(Count count, Map<String, ScreeningAnswer> answers) {
        return count.of().stream()
                .filter(fact -> fact.stream()
                        .anyMatch(ids -> Arrays.stream(ids.split("\\+")).allMatch(id -> applies(id, answers))))
                .count();
    }

    /** The rule of this id, also one that only the earlier version has. */
    public Optional<Rule> rule(String id) {
        return own(id).or(() -> Optional.ofNullable(earlier).flatMap(before -> before.rule(id)));
    }

    private Optional<Rule> own(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules of a version, by which what was signed under it is read; the rules in force where it is none. */
    public ScreeningRules ofVersion(String wanted) {
        for (var rules = this; rules != null; rules = rules.earlier) {
            if (rules.version.equals(wanted)) {
                return rules;
            }
        }
        return this;
    }

    /** The version that has a rule. */
    String versionOf(Rule rule) {
        return own(rule.id()).isPresent() || earlier == null ? version : earlier.versionOf(rule);
    }
}
