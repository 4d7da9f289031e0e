package io.plumbline.measures;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was recorded on the day of a draft: of a measure one score, of patients' own activities each activity once. Whoever
 * calls has locked the patient's header, so that of two the second sees the first.
 */
@Component
class SameDayCheck {
    private final OutcomeScores scores;
    private final OutcomeMeasures measures;

    SameDayCheck(OutcomeScores scores, OutcomeMeasures measures) {
        this.scores = scores;
        this.measures = measures;
    }

    /** Returns the scores that count of the measure and the day of a draft. */
    List<OutcomeScore> find(PatientId patient, ScoreDraft draft) {
        return scores.findByPatientIdAndMeasuredOnAndMeasureAndStatusOrderById(
                patient, draft.measuredOn(), draft.measure(), ScoreStatus.FINAL);
    }

    /** Returns what of a draft is not recorded on its day: of the patient's own activities, those that nobody rated. */
    Optional<ScoreDraft> missing(PatientId patient, ScoreDraft draft) {
        var recorded = find(patient, draft);
        var areActivities = measures.require(draft.measure()).form() == OutcomeMeasure.Form.ACTIVITIES;
        if (recorded.isEmpty() || !areActivities) {
            return recorded.isEmpty() ? Optional.of(draft) : Optional.empty();
        }
        var rated = recorded.stream()
                .flatMap(score -> score.answers().items().stream())
                .map(ItemAnswer::item)
                .toList();
        var unrated = draft.answers().items().stream()
                .filter(answer -> rated.stream().noneMatch(answer.item()::equalsIgnoreCase))
                .limit(Math.max(0, MeasureAnswers.MOST_ACTIVITIES - rated.size()))
                .toList();
        return unrated.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScoreDraft(
                        draft.measure(), new MeasureAnswers(unrated), draft.measuredOn(), draft.document()));
    }

    /**
     * Refuses what was recorded on its day already.
     *
     * @throws Refused with what to do instead; the message is for the user
     */
    void refuseSecond(PatientId patient, ScoreDraft draft) {
        var measure = measures.require(draft.measure());
        var recorded = find(patient, draft);
        recorded.stream()
                .filter(score -> score.hasAnyOf(measure, draft))
                .findFirst()
                .ifPresent(score -> {
                    throw new Refused(
                            measure.form() == OutcomeMeasure.Form.ACTIVITIES
                                    ? score.answers().activityNames().stream()
                                                    .filter(draft.answers()::rates)
                                                    .map(name -> "\"" + name + "\"")
                                                    .collect(Collectors.joining(", "))
                                            + " was already rated on that day: correct that score, or choose another day"
                                    : measure.name()
                                            + " was already recorded on that day: correct that score, or choose another day");
                });
        var rated = recorded.stream()
                .mapToInt(score -> score.answers().items().size())
                .sum();
        if (measure.form() == OutcomeMeasure.Form.ACTIVITIES
                && rated + draft.answers().items().size() > MeasureAnswers.MOST_ACTIVITIES) {
            throw new Refused("At most five activities are rated on a day, and " + rated + " are rated already");
        }
    }
}
