package io.plumbline.patients.duplicates;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Audit events of possible duplicates; each of the two records has one. */
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
    record Dismissed(PatientId patient, PatientId other) implements PatientDuplicateEvent {
        @Override
        public String kind() {
            return "patient.duplicate-dismissed";
        }
    }

    /** The dismissal was undone. */
    record DismissalUndone(PatientId patient, PatientId other) implements PatientDuplicateEvent {
        @Override
        public String kind() {
            return "patient.dismissal-undone";
        }

        @Override
        public String detail() {
            return "with patient " + other;
        }
    }
}
