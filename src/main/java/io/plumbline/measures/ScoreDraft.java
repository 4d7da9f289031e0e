package io.plumbline.measures;

import java.time.LocalDate;

/**
 * Answers to record.
 *
 * @param measure the code of the outcome measure
 * @param measuredOn the day on which the patient answered
 * @param document the form from which a score was taken, at most 200 characters; empty if the patient was asked here
 */
public record ScoreDraft(String measure, MeasureAnswers answers, LocalDate measuredOn, String document) {
    /** Creates a draft for answers that the patient gave here. */
    public ScoreDraft(String measure, MeasureAnswers answers, LocalDate measuredOn) {
        this(measure, answers, measuredOn, "");
    }
}
