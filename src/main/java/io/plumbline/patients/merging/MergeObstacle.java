package io.plumbline.patients.merging;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Optional;

/** Implemented by modules in which something must be finished before two records are read as one. */
public interface MergeObstacle {
    /**
     * Returns what prevents a merge and what to do about it, a sentence for the manager without clinical words; empty if
     * nothing does.
     *
     * @param merged the records that would be read as part of the others
     * @param kept the records under which they would be read
     */
    Optional<String> find(Collection<PatientId> merged, Collection<PatientId> kept);
}
