package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Events of clearing an emergency flag by two clinicians, and of an outside examiner's document, for the audit trail. */
public sealed interface ClearanceEvent extends Recorded {
    /** Returns the flag. */
    FlagId flag();

    @Override
    default UUID subject() {
        return flag().value();
    }

    /** A clinician proposed to clear the flag, which stays in force. */
    record Proposed(FlagId flag, PatientId patient) implements ClearanceEvent {
        @Override
        public String kind() {
            return "flag.clearance-proposed";
        }
    }

    /** A second clinician confirmed it. */
    record Confirmed(FlagId flag, PatientId patient, StaffId proposedBy) implements ClearanceEvent {
        @Override
        public String kind() {
            return "flag.clearance-confirmed";
        }

        @Override
        public String detail() {
            return "proposed by " + proposedBy;
        }
    }

    /** A second clinician refused it; the flag stays in force. */
    record Refused(FlagId flag, PatientId patient) implements ClearanceEvent {
        @Override
        public String kind() {
            return "flag.clearance-refused";
        }
    }

    /** Whoever proposed it withdrew that; the flag stays in force. */
    record Withdrawn(FlagId flag, PatientId patient) implements ClearanceEvent {
        @Override
        public String kind() {
            return "flag.clearance-withdrawn";
        }
    }

    /** The document of an outside examiner is on the patient's record. */
    record DocumentFiled(FlagId flag, PatientId patient) implements ClearanceEvent {
        @Override
        public String kind() {
            return "flag.document-filed";
        }
    }
}
