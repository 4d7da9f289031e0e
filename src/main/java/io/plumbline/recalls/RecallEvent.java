package io.plumbline.recalls;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Recall events for the audit trail; the record is the patient. */
sealed interface RecallEvent extends Recorded {
    @Override
    PatientId patient();

    @Override
    default UUID subject() {
        return patient().value();
    }

    /** The contact details of a patient on the board, and what was tried, were viewed. */
    @StoredKind("recall.opened")
    record Viewed(PatientId patient) implements RecallEvent, Recorded.View {}

    /** Somebody is calling the patient now. */
    record Claimed(PatientId patient) implements RecallEvent {}

    /** Somebody stopped calling the patient without a result. */
    record Released(PatientId patient) implements RecallEvent {}

    /** The patient was called. */
    record Attempted(PatientId patient, RecallResult result, int attempts) implements RecallEvent {
        @Override
        public String detail() {
            return result + ", attempt " + attempts;
        }
    }

    /** The patient said no. */
    record Declined(PatientId patient, DeclineReason reason) implements RecallEvent {
        @Override
        public String detail() {
            return reason.name();
        }
    }

    /** The patient booked after somebody had called. */
    record WonBack(PatientId patient, int attempts) implements RecallEvent {
        @Override
        public String detail() {
            return attempts + (attempts == 1 ? " attempt" : " attempts");
        }
    }

    /** What was recorded last was undone. */
    record Undone(PatientId patient, RecallResult result) implements RecallEvent {
        @Override
        public String detail() {
            return "was " + result;
        }
    }
}
