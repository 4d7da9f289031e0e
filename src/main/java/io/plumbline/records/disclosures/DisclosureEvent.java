package io.plumbline.records.disclosures;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/** Events of the disclosure register for the audit trail. */
sealed interface DisclosureEvent extends Recorded {
    @Override
    PatientId patient();

    /** A disclosure was added. */
    record Added(DisclosureId disclosure, PatientId patient, LocalDate on) implements DisclosureEvent {
        @Override
        public UUID subject() {
            return disclosure.value();
        }

        @Override
        public String detail() {
            return "on " + on;
        }
    }

    /** A disclosure was marked as entered in error. */
    record EnteredInError(DisclosureId disclosure, PatientId patient) implements DisclosureEvent {
        @Override
        public UUID subject() {
            return disclosure.value();
        }
    }

    /** The report of a patient's disclosures was made, for a reason. */
    record Reported(PatientId patient, int rows, String reason) implements DisclosureEvent {
        @Override
        public UUID subject() {
            return patient.value();
        }

        @Override
        public String detail() {
            return rows + (rows == 1 ? " row" : " rows") + ", reason: " + reason;
        }
    }
}
