package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.SaidByPatient;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs between two versions of an intake note, field by field in the words of the note, and of the screen question
 * by question.
 */
record IntakeComparison(List<Row> rows) {
    private static final String SCREEN = "Screen";
    private static final String HISTORY = "History";
    private static final String NOT_SAID = "Rather not say";

    /** What the patient is not asked for. */
    private static final Set<String> OF_CLINICIAN =
            Set.of("Factors", "Alignment", "Range of motion", "Tests", "Contraindications", "Consent", "Outcome");

    /** A field that differs: what each version says. */
    record Row(String field, String before, String after) {}

    static IntakeComparison of(IntakeWords words, IntakeDraft before, IntakeDraft after) {
        var was = byTerm(words.facts(before));
        var now = byTerm(words.facts(after));
        var terms = new LinkedHashSet<>(was.keySet());
        terms.addAll(now.keySet());
        var rows = new ArrayList<Row>();
        for (var term : terms) {
            if (term.equals(SCREEN)) {
                rows.addAll(answers(words.rules(), before.screen(), after.screen()));
            } else {
                rows.add(new Row(term, was.getOrDefault(term, ""), now.getOrDefault(term, "")));
            }
        }
        return new IntakeComparison(
                rows.stream().filter(row -> !row.before().equals(row.after())).toList());
    }

    /**
     * Returns what differs between what a patient said and what a clinician wrote, in the fields that the patient is asked
     * for. Of the screen only the questions that the patient answered, or preferred not to; what the patient preferred not
     * to say of the history is a row of its own.
     */
    static IntakeComparison withPatient(IntakeWords words, SaidByPatient submitted, IntakeDraft wrote) {
        var said = submitted.said();
        var notSaid = submitted.notSaid();
        var was = byTerm(words.facts(said));
        var now = byTerm(words.facts(wrote));
        var rows = new ArrayList<Row>();
        was.forEach((term, fact) -> {
            if (term.equals(SCREEN)) {
                words.rules().rules().stream()
                        .filter(rule -> said.screen().containsKey(rule.id()) || notSaid.contains(rule.id()))
                        .map(rule -> new Row(
                                rule.words(),
                                notSaid.contains(rule.id()) ? NOT_SAID : label(said.screen(), rule.id()),
                                label(wrote.screen(), rule.id())))
                        .forEach(rows::add);
            } else if (!OF_CLINICIAN.contains(term)) {
                rows.add(new Row(term, fact, now.getOrDefault(term, "")));
            }
            if (term.equals(HISTORY)) {
                HistoryFact.asked().stream()
                        .filter(submitted.notTold()::contains)
                        .map(one -> new Row(
                                one.label(),
                                NOT_SAID,
                                HistoryWords.answer(wrote.more().history(), one)))
                        .forEach(rows::add);
            }
        });
        return new IntakeComparison(
                rows.stream().filter(row -> !row.before().equals(row.after())).toList());
    }

    /** Returns a row for each question that one of the versions answers, in the order of the rules. */
    private static List<Row> answers(
            ScreeningRules rules, Map<String, ScreeningAnswer> before, Map<String, ScreeningAnswer> after) {
        return Stream.concat(
                        rules.rules().stream().map(ScreeningRules.Rule::id),
                        Stream.concat(before.keySet().stream(), after.keySet().stream()))
                .distinct()
                .map(id -> new Row(
                        rules.rule(id).map(ScreeningRules.Rule::words).orElse(id), label(before, id), label(after, id)))
                .toList();
    }

    private static String label(Map<String, ScreeningAnswer> answers, String id) {
        return answers.getOrDefault(id, ScreeningAnswer.NOT_ASKED).label();
    }

    private static Map<String, String> byTerm(String... termsAndFacts) {
        var facts = new LinkedHashMap<String, String>();
        for (int at = 0; at < termsAndFacts.length; at += 2) {
            facts.put(termsAndFacts[at], termsAndFacts[at + 1]);
        }
        return facts;
    }
}
