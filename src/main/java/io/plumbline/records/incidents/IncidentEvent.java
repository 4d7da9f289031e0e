package io.plumbline.records.incidents;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.UUID;

/** Events of incidents for the audit trail. */
sealed interface IncidentEvent extends Recorded {
    IncidentId incident();

    @Override
    default UUID subject() {
        return incident().value();
    }

    /** An incident was recorded. */
    @StoredKind("incident.recorded")
    record Opened(IncidentId incident) implements IncidentEvent {}

    /** Its list of affected patients was frozen. */
    record Frozen(IncidentId incident, int patients) implements IncidentEvent {
        @Override
        public String detail() {
            return patients + " patients";
        }
    }

    /** It was assessed. */
    record Decided(IncidentId incident, IncidentDecision decision) implements IncidentEvent {
        @Override
        public String detail() {
            return decision.name();
        }
    }

    /** The affected patients were told. */
    record Notified(IncidentId incident) implements IncidentEvent {}

    /** Its list was exported. */
    record Exported(IncidentId incident, int patients, String reason) implements IncidentEvent {
        private static final int LONGEST = 300;

        @Override
        public String detail() {
            return patients + " patients: " + (reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST));
        }
    }
}
