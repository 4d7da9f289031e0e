package io.plumbline.forms;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one version of a form. Their JSON is part of what an intake note signs.
 *
 * @param version the id of the version that was answered
 * @param answers by the id of the question; a question without an entry was not answered
 */
public record FormAnswers(UUID version, SortedMap<String, String> answers) {
    public FormAnswers {
        var answered = new TreeMap<String, String>();
        if (answers != null) {
            answered.putAll(answers);
        }
        answered.values().removeIf(String::isEmpty);
        answers = Collections.unmodifiableSortedMap(answered);
    }

    /** Returns no answers to a version. */
    public static FormAnswers none(UUID version) {
        return new FormAnswers(version, new TreeMap<>());
    }

    /** Returns the answer to a question; null if it was not answered. */
    public @Nullable String to(FormQuestion question) {
        return answers.get(question.id());
    }
}
