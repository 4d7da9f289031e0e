package io.plumbline.notes;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Held treatment events for the audit trail. */
sealed interface HeldTreatmentEvent extends Recorded {

    /** A signed note says that a patient was treated during a clinical hold. */
    record Treated(UUID note, PatientId patient) implements HeldTreatmentEvent {
        @Override
        public String kind() {
            return "hold.treated";
        }

        @Override
        public UUID subject() {
            return note;
        }
    }

    /** A chiropractor or a manager acknowledged a treatment given during a clinical hold. */
    record Acknowledged(UUID note, PatientId patient) implements HeldTreatmentEvent {
        @Override
        public String kind() {
            return "hold.treatment-seen";
        }

        @Override
        public UUID subject() {
            return note;
        }
    }
}
