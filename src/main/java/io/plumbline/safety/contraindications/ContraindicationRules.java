package io.plumbline.safety.contraindications;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contraindications as versioned data with a source. They are proposed by rule and stand only after a clinician has
 * confirmed them: the product never diagnoses.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
public record ContraindicationRules(
        String version, String source, @Nullable String approvedBy, List<Contraindication> contraindications) {
    /**
     * A contraindication to confirm.
     *
     * @param because what speaks for it, in the words of history and screen
     */
    public record Proposal(Contraindication contraindication, List<String> because) {}

    /**
     * Returns the contraindications that history and screen propose, in the order of the rules.
     *
     * @param day the day of the assessment
     * @param answers the answers of the screen, with those that follow from the age
     */
    public List<Proposal> proposed(
            PatientHistory history, LocalDate day, ScreeningRules screen, Map<String, ScreeningAnswer> answers) {
        var facts = history.factsOn(day);
        var found = screen.findings(answers).stream()
                .map(finding -> finding.rule().id())
                .toList();
        return contraindications.stream()
                .map(one -> new Proposal(
                        one,
                        Stream.concat(
                                        one.history().stream()
                                                .filter(fact -> facts.contains(fact)
                                                        && one.isProposedIn(history.pregnancyWeek()))
                                                .map(history::said),
                                        one.screen().stream()
                                                .filter(id ->
                                                        answers.get(id) == ScreeningAnswer.YES || found.contains(id))
                                                .flatMap(id -> screen.rule(id).stream())
                                                .map(ScreeningRules.Rule::words))
                                .toList()))
                .filter(proposal -> !proposal.because().isEmpty())
                .toList();
    }

    /** Returns the contraindication with a code. */
    public Optional<Contraindication> find(String code) {
        return contraindications.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * Returns the contraindication with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Contraindication of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no contraindication " + code));
    }

    /** Returns whether an answer was given to the contraindication as these rules have it. */
    public boolean isCurrent(String code, ContraindicationAnswer answer) {
        return answer.rulesVersion().equals(version)
                && find(code).filter(one -> one.name().equals(answer.name())).isPresent();
    }
}
