package io.plumbline.records.clinicexports;

import io.plumbline.shared.Count;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ClinicId;
import java.util.UUID;

/** Events of the exports of clinics for the audit trail. They name no patient: the disclosure register does. */
public sealed interface ClinicExportEvent extends Recorded, ClinicExportChange {
    /** Returns the export. */
    ClinicExportId export();

    @Override
    default UUID subject() {
        return export().value();
    }

    /** A manager asked for everything of a clinic. */
    record Asked(ClinicExportId export, ClinicId clinic, String recipient, String reason) implements ClinicExportEvent {
        @Override
        public String detail() {
            return "clinic " + clinic.value() + ", for " + recipient + ", reason: " + reason;
        }
    }

    /** The privacy officer released it. */
    record Released(ClinicExportId export, boolean isAlone) implements ClinicExportEvent {
        @Override
        public String detail() {
            return isAlone ? "by the person who asked, as the only privacy officer" : "";
        }
    }

    /** The privacy officer declined it. */
    record Declined(ClinicExportId export) implements ClinicExportEvent {}

    /** The manager or the privacy officer canceled it; what was made of the file is deleted. */
    record Canceled(ClinicExportId export) implements ClinicExportEvent {}

    /** The file was made. */
    record Made(ClinicExportId export, String contents, String sha256) implements ClinicExportEvent {
        @Override
        public String detail() {
            return contents + ", SHA-256 " + sha256;
        }
    }

    /** The file could not be made. */
    @StoredKind("clinic-export.not-made")
    record Failed(ClinicExportId export) implements ClinicExportEvent {}

    /** A download was permitted; from then on the records count as disclosed. */
    record DownloadStarted(ClinicExportId export) implements ClinicExportEvent {}

    /** The whole file was sent, and deleted here. */
    record Downloaded(ClinicExportId export, long bytes, String sha256) implements ClinicExportEvent {
        @Override
        public String detail() {
            return Count.of(bytes, "byte", "bytes") + ", SHA-256 " + sha256;
        }
    }

    /** Nobody downloaded the file in time, and it was deleted. */
    record Expired(ClinicExportId export) implements ClinicExportEvent {}
}
