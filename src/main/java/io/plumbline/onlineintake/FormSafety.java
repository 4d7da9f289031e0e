package io.plumbline.onlineintake;

import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a clinician at once about answers that must not wait: by red flags for a patient, by a clinical review for a lead,
 * who has no record.
 */
@Component
class FormSafety {
    private final AnswersReader reader;
    private final ScreeningService screening;
    private final OnlineLeads leads;

    FormSafety(AnswersReader reader, ScreeningService screening, OnlineLeads leads) {
        this.reader = reader;
        this.screening = screening;
        this.leads = leads;
    }

    /**
     * Raises findings of some levels.
     *
     * @param birthDate of the patient; null if it is not known
     * @param before what was saved before, of which emergencies were raised
     */
    void raise(
            OnlineIntake intake,
            @Nullable LocalDate birthDate,
            FormAnswers before,
            FormAnswers answers,
            Set<FlagLevel> levels) {
        var patient = intake.patient();
        var lead = intake.lead();
        if (patient != null) {
            screening.raiseTold(patient, intake.clinic(), birthDate, reader.screen(answers), levels);
        } else if (lead != null) {
            var yes = reader.yesBehind(answers, levels);
            var isNew = !reader.yesBehind(before, Set.of(FlagLevel.E)).containsAll(yes);
            reader.mostUrgent(answers, levels)
                    .ifPresent(
                            level -> leads.askForReview(new OnlineLeads.Urgent(intake.id(), lead, level, yes, isNew)));
        }
    }
}
