package io.plumbline.onlineintake;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.PainQuality;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Pain;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a patient typed as the content of an intake note, and says what is wrong with it. */
@Component
class AnswersReader {
    private static final int LONGEST_COMPLAINT = 2000;
    private static final int LONGEST_ONSET = 400;
    private static final int LONGEST_ACTIVITY = 120;
    private static final int MOST_LIMITATIONS = 5;
    private static final int MOST_ABILITY = 10;

    private final IntakeVocabulary vocabulary;
    private final ScreeningRules rules;

    AnswersReader(IntakeVocabulary vocabulary, ScreeningRules rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    Set<String> fieldsOf(FormPage page, FormAnswers answers) {
        return FormFields.of(page, answers, vocabulary, rules);
    }

    String rulesVersion() {
        return rules.version();
    }

    /** Returns what is wrong with the fields of a page, in their order. */
    Map<String, FormProblem> problems(FormPage page, FormAnswers answers, LocalDate today) {
        var problems = new LinkedHashMap<String, FormProblem>();
        for (var field : fieldsOf(page, answers)) {
            var value = answers.value(field);
            if (field.equals(FormFields.COMPLAINT) && value.isBlank()) {
                problems.put(field, FormProblem.MISSING);
            } else if (value.strip().length() > longest(field)) {
                problems.put(field, FormProblem.TOO_LONG);
            } else if (field.startsWith(FormFields.SURGERY_ON) && !value.isEmpty()) {
                if (day(value).filter(on -> !on.isAfter(today)).isEmpty()) {
                    problems.put(field, FormProblem.DATE);
                }
            } else if (field.equals(FormFields.WEEK)
                    && !value.isEmpty()
                    && number(value, 1, PatientHistory.LAST_WEEK) == null) {
                problems.put(field, FormProblem.NUMBER);
            } else if (value.isBlank()
                    && (isNameNeeded(FormFields.ABILITY, FormFields.OWN_ACTIVITY, field, answers)
                            || isNameNeeded(FormFields.SURGERY_ON, FormFields.SURGERY, field, answers))) {
                problems.put(field, FormProblem.MISSING);
            }
        }
        if (page == FormPage.LIMITATIONS && limitations(answers).size() > MOST_LIMITATIONS) {
            problems.put(
                    FormFields.ABILITY + vocabulary.limitations().getFirst().code(), FormProblem.TOO_MANY);
        }
        return problems;
    }

    /** Returns whether a field must name what is answered in the same row, such as the activity that is rated there. */
    private static boolean isNameNeeded(String answered, String name, String field, FormAnswers answers) {
        return field.startsWith(name)
                && !answers.value(answered + field.substring(name.length())).isEmpty();
    }

    private static int longest(String field) {
        if (field.equals(FormFields.COMPLAINT)) {
            return LONGEST_COMPLAINT;
        }
        if (field.equals(FormFields.ONSET)) {
            return LONGEST_ONSET;
        }
        if (field.startsWith(FormFields.OWN_ACTIVITY)) {
            return LONGEST_ACTIVITY;
        }
        return field.startsWith(FormFields.SURGERY) || field.startsWith(FormFields.FACT_WORDS)
                ? Surgery.MOST
                : IntakeMore.MOST;
    }

    /** Returns the content of an intake note; the answers must have no problems. */
    IntakeDraft draft(FormAnswers answers) {
        var more = new IntakeMore(
                        answers.value(FormFields.MECHANISM),
                        new TreeMap<>(),
                        answers.value("dailyActivities"),
                        answers.value("work"),
                        answers.value("training"),
                        answers.value("sleep"),
                        answers.value("mood"),
                        answers.value("goals"))
                .with(history(answers), new TreeMap<>(), IntakeMore.EMPTY.examination());
        return new IntakeDraft(
                answers.value(FormFields.COMPLAINT),
                answers.value(FormFields.ONSET),
                pain(answers.value("painNow")),
                pain(answers.value("painWorst")),
                pain(answers.value("painAverage")),
                areas(answers),
                Set.of(),
                limitations(answers),
                screen(answers),
                false,
                null,
                more);
    }

    /** Returns the answers of the red-flag screen; a question that was left open, or not to be said, has none. */
    Map<String, ScreeningAnswer> screen(FormAnswers answers) {
        var screen = new TreeMap<String, ScreeningAnswer>();
        for (var rule : rules.asked()) {
            switch (answers.value(FormFields.SCREEN + rule.id())) {
                case FormFields.YES -> screen.put(rule.id(), ScreeningAnswer.YES);
                case FormFields.NO -> screen.put(rule.id(), ScreeningAnswer.NO);
                default -> {
                    // not asked is not no
                }
            }
        }
        return screen;
    }

    /** Returns the questions of the red-flag screen that the patient preferred not to answer. */
    Set<String> notSaid(FormAnswers answers) {
        return rules.asked().stream()
                .map(ScreeningRules.Rule::id)
                .filter(id -> answers.value(FormFields.SCREEN + id).equals(FormFields.NOT_SAID))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the facts of the history that the patient preferred not to answer. */
    Set<HistoryFact> notTold(FormAnswers answers) {
        return HistoryFact.asked().stream()
                .filter(fact -> answers.value(FormFields.FACT + fact).equals(FormFields.NOT_SAID))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns answers that say yes to some questions of the red-flag screen and nothing else. */
    static FormAnswers yesTo(Set<String> rules) {
        var fields = new TreeMap<String, List<String>>();
        rules.forEach(rule -> fields.put(FormFields.SCREEN + rule, List.of(FormFields.YES)));
        return new FormAnswers(fields);
    }

    /** Returns the most urgent of some levels that the answers alone, without the age, find; empty if they find none. */
    Optional<FlagLevel> mostUrgent(FormAnswers answers, Set<FlagLevel> levels) {
        return findings(answers, levels).map(ScreeningRules.Finding::level).min(Comparator.naturalOrder());
    }

    private Stream<ScreeningRules.Finding> findings(FormAnswers answers, Set<FlagLevel> levels) {
        return rules.findings(screen(answers)).stream().filter(finding -> levels.contains(finding.level()));
    }

    /** Returns the questions answered yes from which findings of some levels follow. */
    Set<String> yesBehind(FormAnswers answers, Set<FlagLevel> levels) {
        var screen = screen(answers);
        return findings(answers, levels)
                .map(ScreeningRules.Finding::rule)
                .flatMap(rule -> Stream.concat(Stream.of(rule.id()), rule.combinedWith().stream()))
                .flatMap(this::asked)
                .filter(id -> screen.get(id) == ScreeningAnswer.YES)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the questions that a rule counts; the rule itself if it is a question. */
    private Stream<String> asked(String id) {
        return rules.rule(id)
                .map(ScreeningRules.Rule::count)
                .map(count -> count.ids().flatMap(this::asked))
                .orElseGet(() -> Stream.of(id));
    }

    private static List<MarkedArea> areas(FormAnswers answers) {
        var chosen = answers.values(FormFields.REGION);
        return BodyRegion.all().stream()
                .filter(region -> chosen.contains(region.code()))
                .map(region -> new MarkedArea(
                        region,
                        PainQuality.text(qualities(answers.values(FormFields.QUALITY + region.code())), ""),
                        pain(answers.value(FormFields.INTENSITY + region.code())),
                        null))
                .toList();
    }

    private static Set<PainQuality> qualities(List<String> names) {
        return Stream.of(PainQuality.values())
                .filter(quality -> names.contains(quality.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PainQuality.class)));
    }

    private List<Limitation> limitations(FormAnswers answers) {
        var rated = new ArrayList<Limitation>();
        vocabulary.limitations().forEach(term -> {
            var ability = number(answers.value(FormFields.ABILITY + term.code()), 0, MOST_ABILITY);
            if (ability != null) {
                rated.add(new Limitation(term.name(), ability));
            }
        });
        FormFields.rows().forEach(n -> {
            var activity = answers.value(FormFields.OWN_ACTIVITY + n).strip();
            if (!activity.isEmpty() && activity.length() <= LONGEST_ACTIVITY) {
                rated.add(new Limitation(activity, number(answers.value(FormFields.ABILITY + n), 0, MOST_ABILITY)));
            }
        });
        return rated;
    }

    private static PatientHistory history(FormAnswers answers) {
        var surgeries = FormFields.rows().stream()
                .map(n -> new Surgery(
                        answers.value(FormFields.SURGERY + n),
                        day(answers.value(FormFields.SURGERY_ON + n)).orElse(null)))
                .toList();
        var facts = new TreeMap<HistoryFact, PatientHistory.Answer>();
        for (var fact : HistoryFact.asked()) {
            var answer = answers.value(FormFields.FACT + fact);
            if (answer.equals(FormFields.YES) || answer.equals(FormFields.NO)) {
                facts.put(
                        fact,
                        new PatientHistory.Answer(
                                answer.equals(FormFields.YES), answers.value(FormFields.FACT_WORDS + fact)));
            }
        }
        return new PatientHistory(
                surgeries,
                answers.value(FormFields.MEDICATION),
                answers.value(FormFields.ALLERGIES),
                facts,
                number(answers.value(FormFields.WEEK), 1, PatientHistory.LAST_WEEK),
                answers.value(FormFields.IMAGING),
                answers.value(FormFields.PRIOR_CARE));
    }

    private static @Nullable Pain pain(String value) {
        return Pain.of(number(value, 0, Pain.WORST));
    }

    private static @Nullable Integer number(String value, int least, int most) {
        if (!value.strip().matches("\\d{1,2}")) {
            return null;
        }
        var number = Integer.parseInt(value.strip());
        return number < least || number > most ? null : number;
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
