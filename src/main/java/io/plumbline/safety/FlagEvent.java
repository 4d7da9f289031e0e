package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;

/** Red flag events for the audit trail. */
public sealed interface FlagEvent extends Recorded, VisibleChange {
    /** A red flag was raised. */
    record Raised(FlagId flag, PatientId patient, String rule, FlagLevel level) implements FlagEvent {
        @Override
        public String detail() {
            return "level " + level;
        }
    }

    /** A red flag was acknowledged by somebody who may decide it. */
    record Acknowledged(FlagId flag, PatientId patient) implements FlagEvent {}

    /** A chiropractor of the clinic who did not treat the patient took the flag, until it is decided. */
    record Taken(FlagId flag, PatientId patient) implements FlagEvent {}

    /** A chiropractor who is not named for a sensitive patient opened the record by break-glass access, to decide the flag. */
    record SensitiveOpened(FlagId flag, PatientId patient, FlagLevel level) implements FlagEvent {
        @Override
        public String detail() {
            return "level " + level;
        }
    }

    /** A red flag was decided, or raised again after monitoring. */
    record Decided(FlagId flag, PatientId patient, FlagStatus from, FlagStatus to) implements FlagEvent {
        @Override
        public String detail() {
            return "status " + from + " to " + to;
        }
    }

    /**
     * An amended note took back the finding of a red flag, which stays in force.
     *
     * @param isToDecide whether a chiropractor is asked to decide it
     */
    record TakenBack(FlagId flag, PatientId patient, boolean isToDecide) implements FlagEvent {
        @Override
        public String detail() {
            return isToDecide ? "a chiropractor is asked to decide" : "stays open";
        }
    }

    /** The list of open red flags, which shows clinical content, was viewed. */
    record Listed(StaffId reader) implements FlagEvent, Recorded.View {}
}
