package io.plumbline.reactions;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of adverse reactions for the audit trail, without clinical text. */
public sealed interface ReactionEvent extends Recorded {
    @Override
    PatientId patient();

    /** A reaction was recorded. */
    @StoredKind("reaction.recorded")
    record ReactionRecorded(ReactionId reaction, PatientId patient, ReactionSeverity severity, ReactionOutcome outcome)
            implements ReactionEvent {
        @Override
        public String detail() {
            return "severity " + severity + ", outcome " + outcome;
        }
    }

    /** A follow-up was recorded. */
    record FollowedUp(ReactionId reaction, PatientId patient, ReactionOutcome from, ReactionOutcome to)
            implements ReactionEvent {
        @Override
        public String detail() {
            return "outcome " + from + " to " + to;
        }
    }

    /** The outcome was changed without a follow-up. */
    record OutcomeChanged(ReactionId reaction, PatientId patient, ReactionOutcome from, ReactionOutcome to)
            implements ReactionEvent {
        @Override
        public String detail() {
            return "outcome " + from + " to " + to;
        }
    }

    /** A reaction was marked as entered in error. */
    record EnteredInError(ReactionId reaction, PatientId patient) implements ReactionEvent {}

    /** A reaction, or those of a patient, was viewed. */
    record Viewed(UUID subject, PatientId patient) implements ReactionEvent, Recorded.View {}
}
