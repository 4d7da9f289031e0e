package io.plumbline.audit.exports;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit events of an export of the audit trail. */
@StoredKind("audit")
sealed interface AuditExportEvent extends Recorded {

    /** Returns the id of the export. */
    UUID export();

    /** Returns the patient whose entries are exported, or null for those of all. */
    @Override
    @Nullable
    PatientId patient();

    @Override
    default UUID subject() {
        return export();
    }

    /** An export began, before its first line was written. */
    @StoredKind("audit.export-started")
    record Started(UUID export, @Nullable PatientId patient, String filters, String reason)
            implements AuditExportEvent {
        @Override
        public String detail() {
            return filters + ", reason " + reason;
        }
    }

    /** An export was written to its end. */
    record Exported(UUID export, @Nullable PatientId patient, long rows, String sha256) implements AuditExportEvent {
        @Override
        public String detail() {
            return rows + (rows == 1 ? " row" : " rows") + ", SHA-256 " + sha256;
        }
    }

    /** An export ended before its last line: the receiver was gone, or the store did not answer. */
    @StoredKind("audit.export-not-finished")
    record NotFinished(UUID export, @Nullable PatientId patient, long rows) implements AuditExportEvent {
        @Override
        public String detail() {
            return "after " + rows + (rows == 1 ? " row" : " rows");
        }
    }
}
