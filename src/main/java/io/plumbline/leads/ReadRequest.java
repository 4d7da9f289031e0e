package io.plumbline.leads;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.FlagLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a request for a consultation.
 *
 * @param consents whether the person agrees to be contacted; without it nothing of it may be kept
 * @param draft what could be read, also where something is wrong; null where the person cannot be reached by it
 * @param answers to the safety questions, as far as there are any
 * @param errors all that is wrong, in the order of the form
 */
record ReadRequest(
        boolean consents,
        @Nullable LeadDraft draft,
        LeadTold told,
        Map<SafetyQuestion, SafetyAnswer> answers,
        List<FieldError> errors) {
    ReadRequest {
        answers = Map.copyOf(answers);
        errors = List.copyOf(errors);
    }

    boolean isComplete() {
        return consents && draft != null && errors.isEmpty();
    }

    /** Whether a question was answered yes, so that a chiropractor looks at it before anybody else. */
    boolean mustNotWait() {
        return answers.containsValue(SafetyAnswer.YES);
    }

    /** How urgent the most urgent yes is; one that no rule knows is the most urgent. */
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
