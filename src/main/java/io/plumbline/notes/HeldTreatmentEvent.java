package io.plumbline.notes;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Held treatment events for the audit trail. */
sealed interface HeldTreatmentEvent extends Recorded {

    /** A signed note says that a patient was treated during a clinical hold. */
    record Treated(NoteId note, PatientId patient) implements HeldTreatmentEvent {
        @Override
        public String kind() {
            return "hold.treated";
        }

        @Override
        public UUID subject() {
            return note.value();
        }
    }

    /** A chiropractor or a manager acknowledged a treatment given during a clinical hold. */
    record Acknowledged(NoteId note, PatientId patient) implements HeldTreatmentEvent {
        @Override
        public String kind() {
            return "hold.treatment-seen";
        }

        @Override
        public UUID subject() {
            return note.value();
        }
    }
}
