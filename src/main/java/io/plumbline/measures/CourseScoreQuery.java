package io.plumbline.measures;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * Reads the scores by which the portal judges the course of treatment plans. It asks nobody's rights: whoever changes a fact
 * may not be allowed to read all of them, and sees no more than what is proposed.
 */
@Repository
public class CourseScoreQuery {
    private final OutcomeMeasures measures;
    private final ScoreQuery query;

    CourseScoreQuery(OutcomeMeasures measures, ScoreQuery query) {
        this.measures = measures;
        this.query = query;
    }

    /** Returns the scores that count of the records of a patient, by measure. */
    public List<MeasureHistory> find(Collection<PatientId> records) {
        return MeasureHistory.of(measures, query.findByPatient(records));
    }
}
