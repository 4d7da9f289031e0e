package io.plumbline.patients.search;

import io.plumbline.shared.ids.PatientId;
import java.util.Set;

/**
 * A patient who is probably the same person as another.
 *
 * @param reasons what the two have in common, and what not
 */
public record ProbableDuplicate(PatientId patient, Set<DuplicateReason> reasons) {
    public ProbableDuplicate {
        reasons = Set.copyOf(reasons);
    }
}
