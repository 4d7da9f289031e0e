package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;

/** Implemented by the module of adverse reactions: those that a plan waits for. */
public interface OpenReactions {
    /**
     * Returns the open reactions that are severe or ongoing, each in words, of a patient whom the calling code may read.
     *
     * @param records of the patient
     */
    List<String> findSevereOrOngoing(Collection<PatientId> records);
}
