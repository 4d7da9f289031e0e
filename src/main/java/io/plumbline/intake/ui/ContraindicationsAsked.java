package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.safety.contraindications.ContraindicationRules.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contraindications that a draft asks about: those that its history, its screen and the patient's age propose, and
 * those that stand from earlier notes.
 *
 * @param byAge the answers of the screen that follow from the age
 * @param today the day at the clinic
 * @param standing what earlier notes confirmed
 */
record ContraindicationsAsked(
        ContraindicationRules rules,
        ScreeningRules screening,
        Map<String, ScreeningAnswer> byAge,
        LocalDate today,
        List<StandingContraindication> standing) {

    List<Proposal> of(IntakeDraft draft) {
        var answers = new TreeMap<>(draft.screen());
        answers.putAll(byAge);
        var asked = new ArrayList<>(rules.proposed(draft.more().history(), today, screening, answers));
        standing.stream()
                .filter(before -> asked.stream()
                        .noneMatch(
                                proposal -> proposal.contraindication().code().equals(before.code())))
                .flatMap(before -> rules.find(before.code()).stream())
                .forEach(one -> asked.add(new Proposal(one, List.of("It stands from an earlier intake note"))));
        return asked;
    }
}
