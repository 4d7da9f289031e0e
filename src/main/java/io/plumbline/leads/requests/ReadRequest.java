package io.plumbline.leads.requests;

import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.FlagLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of a consultation request.
 *
 * @param consents whether the person agrees to be contacted; without consent nothing may be stored
 * @param draft what could be read, even if there are errors; null if it has no usable phone or e-mail
 * @param answers the safety answers; may be empty
 * @param errors all errors, in the order of the form
 */
record ReadRequest(
        boolean consents,
        @Nullable LeadDraft draft,
        LeadBackground background,
        Map<SafetyQuestion, SafetyAnswer> answers,
        List<FieldError> errors) {
    ReadRequest {
        answers = Map.copyOf(answers);
        errors = List.copyOf(errors);
    }

    boolean isComplete() {
        return consents && draft != null && errors.isEmpty();
    }

    /** Returns the safety answers by screening rule. */
    Map<String, SafetyAnswer> answersByRule() {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(answer -> answer.getKey().rule(), Map.Entry::getValue));
    }

    /** Returns whether a safety answer is positive, so that a chiropractor reviews the lead first. */
    boolean mustNotWait() {
        return answers.containsValue(SafetyAnswer.YES);
    }

    /** Returns the level of the most urgent positive answer; the most urgent level if no rule matches. */
    FlagLevel level(ScreeningRules rules) {
        var yes = new HashMap<String, ScreeningAnswer>();
        answers.forEach((question, answer) -> {
            if (answer == SafetyAnswer.YES) {
                yes.put(question.rule(), ScreeningAnswer.YES);
            }
        });
        return rules.findings(yes).stream()
                .map(ScreeningRules.Finding::level)
                .findFirst()
                .orElse(FlagLevel.E);
    }
}
