package io.plumbline.patients;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.List;

/** Patient events for the audit trail. */
public sealed interface PatientEvent extends Recorded {
    /** A patient was added to the directory. */
    record Added(PatientId patient) implements PatientEvent {}

    /** A patient whom an import had added was removed again, before anybody wrote on the patient. */
    record Removed(PatientId patient) implements PatientEvent {}

    /** A patient's demographics or contact details were edited. */
    @StoredKind("patient.corrected")
    record Edited(PatientId patient, List<String> fields, long revision) implements PatientEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
        }
    }

    /** A patient's chart was viewed. */
    @StoredKind("patient.opened")
    record Viewed(PatientId patient, boolean clinical) implements PatientEvent, Recorded.View {
        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }
    }

    /** A summary of a patient was downloaded as a document. */
    record Printed(PatientId patient, boolean clinical) implements PatientEvent {
        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }
    }

    /** Access to a patient's chart was refused. The event is the same whether the patient exists or not. */
    @StoredKind("patient.refused")
    record AccessRefused(PatientId patient) implements PatientEvent {}
}
