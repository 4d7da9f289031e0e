package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Audit events of the audit trail itself. */
sealed interface AuditEvent extends Recorded {

    /** The auditor searched for who accessed a patient's record. */
    record Searched(PatientId patient) implements AuditEvent, Recorded.View {
        @Override
        public UUID subject() {
            return patient.value();
        }
    }

    /**
     * An operator accepted a trail that does not follow from the known one, for example after a restore.
     *
     * @param detail what was known of the trail before
     */
    record Accepted(String detail) implements AuditEvent {
        static final String KIND = "audit.accepted";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public UUID subject() {
            return CurrentUser.SYSTEM.staff().value();
        }
    }
}
