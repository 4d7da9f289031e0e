package io.plumbline.records.incidents;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Events of incidents for the audit trail. */
sealed interface IncidentEvent extends Recorded {
    IncidentId incident();

    @Override
    default UUID subject() {
        return incident().value();
    }

    /** An incident was recorded. */
    record Opened(IncidentId incident) implements IncidentEvent {
        @Override
        public String kind() {
            return "incident.recorded";
        }
    }

    /** Its list of affected patients was frozen. */
    record Frozen(IncidentId incident, int patients) implements IncidentEvent {
        @Override
        public String kind() {
            return "incident.frozen";
        }

        @Override
        public String detail() {
            return patients + " patients";
        }
    }

    /** It was assessed. */
    record Decided(IncidentId incident, IncidentDecision decision) implements IncidentEvent {
        @Override
        public String kind() {
            return "incident.decided";
        }

        @Override
        public String detail() {
            return decision.name();
        }
    }

    /** The affected patients were told. */
    record Notified(IncidentId incident) implements IncidentEvent {
        @Override
        public String kind() {
            return "incident.notified";
        }
    }

    /** Its list was exported. */
    record Exported(IncidentId incident, int patients, String reason) implements IncidentEvent {
        private static final int LONGEST = 300;

        @Override
        public String kind() {
            return "incident.exported";
        }

        @Override
        public String detail() {
            return patients + " patients: " + (reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST));
        }
    }
}
