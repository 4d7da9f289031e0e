package io.plumbline.intake.ui;

import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.PublishedForm;
import java.util.List;
import java.util.stream.Stream;

/** The answers to the clinics' own questions in words. */
final class FormWords {
    private FormWords() {}

    /** Returns for each question of the answered versions its section and label, and its answer, in turn. */
    static Stream<String> facts(List<PublishedForm> forms, List<FormAnswers> answers) {
        return answers.stream().flatMap(one -> forms.stream()
                .filter(form -> form.version().equals(one.version()))
                .flatMap(form -> form.content().sections().stream())
                .flatMap(section -> section.questions().stream()
                        .flatMap(question -> Stream.of(term(section, question), words(question, one)))));
    }

    private static String term(FormSection section, FormQuestion question) {
        return section.title() + ": " + question.label();
    }

    private static String words(FormQuestion question, FormAnswers answers) {
        var answer = answers.to(question);
        return answer == null ? "Not recorded" : question.words(answer);
    }
}
