package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What differs between two versions of an intake note, field by field in the words of the note, and of the screen question
 * by question.
 */
record IntakeComparison(List<Row> rows) {
    private static final String SCREEN = "Screen";

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
