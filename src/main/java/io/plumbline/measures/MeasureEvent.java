package io.plumbline.measures;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ScoreId;

/** Events of outcome measures for the audit trail. */
sealed interface MeasureEvent extends io.plumbline.shared.Recorded {
    /** A score was recorded. */
    record Recorded(ScoreId score, PatientId patient, String measure) implements MeasureEvent {
        /** Returns the measure only, without the score. */
        @Override
        public String detail() {
            return measure;
        }
    }

    /** A score was corrected, or was entered in error, and does not count any more. */
    record Ended(ScoreId score, PatientId patient, ScoreStatus status) implements MeasureEvent {
        @Override
        public String detail() {
            return "status " + status;
        }
    }

    /** The scores of a patient were viewed. */
    record Viewed(PatientId patient) implements MeasureEvent, Recorded.View {}
}
