package io.plumbline.records;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/** Events of access requests for the audit trail. */
sealed interface AccessRequestEvent extends Recorded {
    AccessRequestId request();

    @Override
    PatientId patient();

    @Override
    default UUID subject() {
        return request().value();
    }

    /** A request was registered. */
    record Registered(AccessRequestId request, PatientId patient, LocalDate dueOn) implements AccessRequestEvent {
        @Override
        public String detail() {
            return "due " + dueOn;
        }
    }

    /** Its time was extended. */
    record Extended(AccessRequestId request, PatientId patient, LocalDate dueOn) implements AccessRequestEvent {
        @Override
        public String detail() {
            return "due " + dueOn;
        }
    }

    /** The record was exported for it. */
    record ExportBegun(AccessRequestId request, PatientId patient, UUID export) implements AccessRequestEvent {
        @Override
        public String detail() {
            return "export " + export;
        }
    }

    /** It was closed: fulfilled, denied or withdrawn. */
    record Closed(AccessRequestId request, PatientId patient, AccessRequestStatus status)
            implements AccessRequestEvent {
        @Override
        public String detail() {
            return status.name();
        }
    }
}
