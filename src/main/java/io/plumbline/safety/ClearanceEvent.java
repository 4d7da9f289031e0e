package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;

/** Events of clearing an emergency flag by two clinicians, and of an outside examiner's document, for the audit trail. */
@StoredKind("flag")
public sealed interface ClearanceEvent extends Recorded, VisibleChange {
    /** A clinician proposed to clear the flag, which stays in force. */
    @StoredKind("flag.clearance-proposed")
    record Proposed(FlagId flag, PatientId patient) implements ClearanceEvent {}

    /** A second clinician confirmed it. */
    @StoredKind("flag.clearance-confirmed")
    record Confirmed(FlagId flag, PatientId patient, StaffId proposedBy) implements ClearanceEvent {
        @Override
        public String detail() {
            return "proposed by " + proposedBy;
        }
    }

    /** A second clinician refused it; the flag stays in force. */
    @StoredKind("flag.clearance-refused")
    record Refused(FlagId flag, PatientId patient) implements ClearanceEvent {}

    /** Whoever proposed it withdrew that; the flag stays in force. */
    @StoredKind("flag.clearance-withdrawn")
    record Withdrawn(FlagId flag, PatientId patient) implements ClearanceEvent {}

    /** The document of an outside examiner is on the patient's record. */
    record DocumentFiled(FlagId flag, PatientId patient) implements ClearanceEvent {}
}
