package io.plumbline.plans;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Implemented by the module of session notes: the pain that signed notes say, so that each plan reads its own visits. */
public interface PainOfVisits {
    /**
     * The pain of a delivered visit.
     *
     * @param plan under which it was delivered
     * @param note which documents it
     * @param arrived pain on arrival, 0 to 10; null if it was not recorded
     * @param left pain after the session, likewise
     */
    record Felt(
            PlanId plan,
            NoteId note,
            @Nullable Integer arrived,
            @Nullable Integer left) {}

    /**
     * Returns the pain of the visits of all plans of a patient whom the calling code may read.
     *
     * @param records of the patient
     */
    List<Felt> findByPatient(Collection<PatientId> records);
}
