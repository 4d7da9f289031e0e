package io.plumbline.patients.duplicates;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Audit events of possible duplicates; each of the two records has one. */
@StoredKind("patient")
sealed interface PatientDuplicateEvent extends Recorded {
    @Override
    PatientId patient();

    PatientId other();

    @Override
    default UUID subject() {
        return patient().value();
    }

    @Override
    default String detail() {
        return "not patient " + other();
    }

    /** Two patients were dismissed as different people. */
    @StoredKind("patient.duplicate-dismissed")
    record Dismissed(PatientId patient, PatientId other) implements PatientDuplicateEvent {}

    /** The dismissal was undone. */
    record DismissalUndone(PatientId patient, PatientId other) implements PatientDuplicateEvent {
        @Override
        public String detail() {
            return "with patient " + other;
        }
    }
}
