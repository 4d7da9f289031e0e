package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;

/** Alert events for the audit trail. */
sealed interface AlertEvent extends Recorded {
    /** An alert was added to a patient. */
    record Added(AlertId alert, PatientId patient, AlertAudience audience) implements AlertEvent {
        /** Returns the audience only; the kind would reveal clinical content. */
        @Override
        public String detail() {
            return "audience " + audience;
        }
    }

    /** Somebody said where on the body an alert applies. */
    record RegionsSet(AlertId alert, PatientId patient) implements AlertEvent {}

    /** An alert of a patient was ended. */
    record Ended(AlertId alert, PatientId patient) implements AlertEvent {}

    /** The addition of an alert was undone by its author. */
    record AdditionUndone(AlertId alert, PatientId patient) implements AlertEvent {}

    /** The end of an alert was undone by the person who ended it. */
    record EndUndone(AlertId alert, PatientId patient) implements AlertEvent {}
}
