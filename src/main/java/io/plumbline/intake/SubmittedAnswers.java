package io.plumbline.intake;

import java.util.Optional;

/** Implemented by the module that receives what patients answer. */
public interface SubmittedAnswers {
    /** Returns what the patient said with which an opened intake note was begun; empty if it was begun without. */
    Optional<SaidByPatient> findFor(IntakeDetails opened);
}
