package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The red-flag screen as versioned data with a source. A question asks about one fact. The age is computed from the
 * record and never asked. Findings from several facts are counted.
 *
 * @param approvedBy the clinic's licensed lead who has approved it; null while nobody has
 * @param earlier the previous version, for reading answers given under it; null for the first
 */
public record ScreeningRules(
        String version,
        String source,
        @Nullable String approvedBy,
        List<Rule> rules,
        @Nullable ScreeningRules earlier) {
    /**
     * A question and the meaning of a yes, or a finding that follows from the answers to other questions.
     *
     * @param question the text of the question; for an age, its description; empty if other answers are counted
     * @param flag the name of the finding: a positive screen, never a diagnosis; empty for a bare fact
     * @param level the urgency of a yes; null for a bare fact, which counts only together with others
     * @param combinedLevel the level if one of {@code combinedWith} is answered yes too; if that list is empty, only a
     *     clinician can determine it
     * @param age the age for which it is true, by the birth date; null for a question or a count
     * @param count the other answers that it follows from; null for a question or an age
     * @param group the group of the screen to which a question belongs; null in the first version, which had none
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
            @Nullable String note,
            @Nullable String group) {
        /** Returns whether the rule is a question to ask. */
        public boolean isAsked() {
            return age == null && count == null;
        }

        /** Returns whether a clinician may raise the finding alone. */
        boolean mayBeRaised() {
            return level != null && age == null;
        }

        /** Returns the question, or the name of the flag if nothing is asked. */
        public String words() {
            return question.isEmpty() ? flag : question;
        }
    }

    /** An age in years: over one limit, or under the other; null for no such limit. */
    record Age(@Nullable Integer over, @Nullable Integer under) {
        boolean includes(int years) {
            return over != null && years > over || under != null && years < under;
        }
    }

    /**
     * The number of facts that must be true.
     *
     * @param with a fact that must be true in any case; null for none
     * @param of the facts; each is one of several rules, or of several joined by a plus sign
     * @param least the number from which it is a finding
     * @param more the number from which it has the combined level; null if it has none
     */
    public record Count(
            @Nullable String with,
            List<List<String>> of,
            int least,
            @Nullable Integer more) {
        /** Returns the rules that the count reads. */
        public Stream<String> ids() {
            return Stream.concat(
                    Stream.ofNullable(with),
                    of.stream().flatMap(List::stream).flatMap(ids -> Arrays.stream(ids.split("\\+"))));
        }
    }

    /** The meaning of a yes, and its urgency in combination with the other answers. */
    public record Finding(Rule rule, FlagLevel level) {}

    /**
     * Returns the findings of the answers, most urgent first; a question that was not asked means nothing. An answer to
     * a question that only the previous version has still counts.
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

    /**
     * Returns the findings of the answers together with red flags of the patient: a flag counts as a yes to its rule where
     * that was not asked.
     */
    List<Finding> findings(Map<String, ScreeningAnswer> answers, Collection<RedFlag> together) {
        var all = new TreeMap<>(answers);
        for (var flag : together) {
            if (all.getOrDefault(flag.rule(), ScreeningAnswer.NOT_ASKED) == ScreeningAnswer.NOT_ASKED) {
                all.put(flag.rule(), ScreeningAnswer.YES);
            }
        }
        return findings(all);
    }

    /** Returns the rules of the findings of the answers together with red flags, in a set of the current user's own. */
    Set<String> found(Map<String, ScreeningAnswer> answers, Collection<RedFlag> together) {
        return findings(answers, together).stream()
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the questions, in order. */
    public List<Rule> asked() {
        return rules.stream().filter(Rule::isAsked).toList();
    }

    /** Returns the questions by group, groups and questions in order. */
    public Map<String, List<Rule>> askedByGroup() {
        var groups = new LinkedHashMap<String, List<Rule>>();
        for (var rule : asked()) {
            groups.computeIfAbsent(Objects.requireNonNullElse(rule.group(), ""), group -> new ArrayList<>())
                    .add(rule);
        }
        return groups;
    }

    /** Returns the findings that a clinician may raise alone. */
    public List<Rule> raisable() {
        return rules.stream().filter(Rule::mayBeRaised).toList();
    }

    /**
     * Returns the questions that a signed screen must answer, each individually: those whose yes is a hold, alone or as
     * a fact that counts together with others.
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
     * Returns the answers with those that follow from the age.
     *
     * @param born null if unknown: then nothing follows from the age
     */
    Map<String, ScreeningAnswer> withAge(
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

    /** Returns the rule with this id, even if only the previous version has it. */
    public Optional<Rule> rule(String id) {
        return own(id).or(() -> Optional.ofNullable(earlier).flatMap(before -> before.rule(id)));
    }

    private Optional<Rule> own(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * Returns the rules of a version, to read what was signed under it; the current rules if there is no such version.
     */
    public ScreeningRules ofVersion(String wanted) {
        for (var rules = this; rules != null; rules = rules.earlier) {
            if (rules.version.equals(wanted)) {
                return rules;
            }
        }
        return this;
    }

    /** Returns the version that has a rule. */
    String versionOf(Rule rule) {
        return own(rule.id()).isPresent() || earlier == null ? version : earlier.versionOf(rule);
    }
}
