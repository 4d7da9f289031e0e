package io.plumbline.patients;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.UUID;

/** Patient events for the audit trail. */
public sealed interface PatientEvent extends Recorded {
    PatientId patient();

    @Override
    default UUID subject() {
        return patient().value();
    }

    /** A patient was added to the directory. */
    record Added(PatientId patient) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.added";
        }
    }

    /** A patient whom an import had added was removed again, before anybody wrote on the patient. */
    record Removed(PatientId patient) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.removed";
        }
    }

    /** A patient's demographics or contact details were edited. */
    record Edited(PatientId patient, List<String> fields, long revision) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.corrected";
        }

        @Override
        public String detail() {
            return "revision " + revision + ": " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
        }
    }

    /** A patient's chart was viewed. */
    record Viewed(PatientId patient, boolean clinical) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.opened";
        }

        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }

        @Override
        public boolean isView() {
            return true;
        }
    }

    /** A summary of a patient was downloaded as a document. */
    record Printed(PatientId patient, boolean clinical) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.printed";
        }

        @Override
        public String detail() {
            return clinical ? "with clinical content" : "without clinical content";
        }
    }

    /** Access to a patient's chart was refused. The event is the same whether the patient exists or not. */
    record AccessRefused(PatientId patient) implements PatientEvent {
        @Override
        public String kind() {
            return "patient.refused";
        }
    }
}
