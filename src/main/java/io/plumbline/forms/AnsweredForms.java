package io.plumbline.forms;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of one intake note, with all their questions, and what may be done with their answers.
 *
 * @param forms in the order in which the note shows them
 */
public record AnsweredForms(List<PublishedForm> forms) {
    public AnsweredForms {
        forms = List.copyOf(forms);
    }

    /** Returns for each form the answers that somebody sees, none if there are none yet. */
    public List<FormAnswers> visible(List<FormAnswers> answers, boolean toChiropractor) {
        return forms.stream()
                .map(form -> find(answers, form.version()))
                .map(one -> toChiropractor ? one : kept(one, false))
                .toList();
    }

    /** Returns the answers that somebody sees, or the others. */
    private FormAnswers kept(FormAnswers answers, boolean isHidden) {
        var hidden = forms.stream()
                .filter(form -> form.version().equals(answers.version()))
                .flatMap(form -> form.content().questions())
                .filter(question -> !question.isVisible(false))
                .map(FormQuestion::id)
                .toList();
        var kept = new TreeMap<>(answers.answers());
        kept.keySet().removeIf(id -> hidden.contains(id) != isHidden);
        return new FormAnswers(answers.version(), kept);
    }

    /**
     * Returns what is stored after somebody typed: their answers, and of those that they do not see what was stored. A
     * form whose answers were stored is never dropped.
     *
     * @throws Refused if an answer does not fit its question, or its version is not one of these; the message is for the
     *     user
     */
    public List<FormAnswers> merged(List<FormAnswers> stored, List<FormAnswers> typed, boolean byChiropractor) {
        var merged = new ArrayList<FormAnswers>();
        var all = Stream.concat(stored.stream(), typed.stream())
                .map(FormAnswers::version)
                .distinct()
                .toList();
        for (var version : all) {
            var before = find(stored, version);
            var now = find(typed, version);
            if (byChiropractor) {
                merged.add(now);
            } else {
                var answers = new TreeMap<>(kept(now, false).answers());
                answers.putAll(kept(before, true).answers());
                merged.add(new FormAnswers(version, answers));
            }
        }
        merged.forEach(this::requirePlausible);
        return merged;
    }

    private static FormAnswers find(List<FormAnswers> all, UUID version) {
        return all.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseGet(() -> FormAnswers.none(version));
    }

    private void requirePlausible(FormAnswers answers) {
        var form = byVersion().get(answers.version());
        if (form == null) {
            throw new Refused("This form is not available. Open the note again");
        }
        Map<String, FormQuestion> questions =
                form.content().questions().collect(Collectors.toMap(FormQuestion::id, Function.identity()));
        answers.answers().forEach((id, answer) -> {
            var question = questions.get(id);
            if (question == null) {
                throw new Refused("This form has no such question. Open the note again");
            }
            question.requirePlausible(answer);
        });
    }

    /**
     * Returns the required questions without an answer, by section and label. What only chiropractors see is required of
     * them alone.
     */
    public List<String> missing(List<FormAnswers> answers, boolean ofChiropractor) {
        return answers.stream()
                .flatMap(one -> Stream.ofNullable(byVersion().get(one.version()))
                        .flatMap(form -> form.content().sections().stream())
                        .flatMap(section -> section.questions().stream()
                                .filter(question -> question.required()
                                        && question.isVisible(ofChiropractor)
                                        && one.to(question) == null)
                                .map(question -> "“" + question.label() + "” in " + section.title())))
                .toList();
    }

    private Map<UUID, PublishedForm> byVersion() {
        return forms.stream().collect(Collectors.toMap(PublishedForm::version, Function.identity(), (a, b) -> a));
    }
}
