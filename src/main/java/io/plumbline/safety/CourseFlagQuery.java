package io.plumbline.safety;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * Reads the red flags by which the portal judges the course of treatment plans. It asks nobody's rights: whoever changes a
 * fact may not be allowed to read all of them, and sees no more than what is proposed.
 */
@Repository
public class CourseFlagQuery {
    private final PatientFlagQuery query;

    CourseFlagQuery(PatientFlagQuery query) {
        this.query = query;
    }

    /** Returns the red flags of the records of a patient, those in force first. */
    public List<FlagDetails> find(Collection<PatientId> records) {
        return query.findByPatient(records);
    }
}
