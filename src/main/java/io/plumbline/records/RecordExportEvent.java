package io.plumbline.records;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of exports of one patient's whole record for the audit trail. */
@StoredKind("record")
sealed interface RecordExportEvent extends Recorded {
    UUID export();

    @Override
    default UUID subject() {
        return export();
    }

    @Override
    PatientId patient();

    /** Somebody asked for an export; nothing has left the portal yet. */
    @StoredKind("record.export-started")
    record Started(UUID export, PatientId patient, ExportReason reason) implements RecordExportEvent {
        @Override
        public String detail() {
            return reason.shown();
        }
    }

    /**
     * The whole file was written.
     *
     * @param sha256 the hash of the file
     */
    record Exported(UUID export, PatientId patient, ExportReason reason, String sha256, int entries)
            implements RecordExportEvent {
        @Override
        public String detail() {
            return "sha256 " + sha256 + ", " + entries + " entries, " + reason.kind();
        }
    }

    /** The file was begun and not finished: canceled, or the connection was lost. Parts of it may have been received. */
    @StoredKind("record.export-not-finished")
    record Ended(UUID export, PatientId patient) implements RecordExportEvent {}

    /** A file on the record was left out of an export, because its content is missing or another one than was added. */
    record FileLeftOut(UUID export, PatientId patient, UUID file, boolean missing) implements RecordExportEvent {
        @Override
        public UUID subject() {
            return file;
        }

        @Override
        public String detail() {
            return missing ? "missing" : "altered";
        }
    }
}
