package io.plumbline.patients.attachments;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of files on a patient's record for the audit trail; without titles, which may be clinical. */
sealed interface AttachmentEvent extends Recorded {
    PatientId patient();

    /** The files of a patient were listed. */
    record Listed(PatientId patient, boolean clinical) implements AttachmentEvent, Recorded.View {
        @Override
        public UUID subject() {
            return patient.value();
        }

        @Override
        public String detail() {
            return clinical ? "with clinical content" : "signed forms";
        }
    }

    /** A file was added. */
    record Added(AttachmentId attachment, PatientId patient, String sha256) implements OfFile {
        @Override
        public String detail() {
            return "sha256 " + sha256;
        }
    }

    /** A file was marked as entered in error. */
    record EnteredInError(AttachmentId attachment, PatientId patient) implements OfFile {}

    /** A file was downloaded; each time counts. */
    record Downloaded(AttachmentId attachment, PatientId patient) implements OfFile {}

    /** A page of a file was shown; each time counts. */
    record Previewed(AttachmentId attachment, PatientId patient, int page) implements OfFile, Recorded.View {
        @Override
        public String detail() {
            return "page " + page;
        }
    }

    /** A download or a preview was refused, because the content is missing or another one than was added. */
    record NotAsAdded(AttachmentId attachment, PatientId patient, boolean missing) implements OfFile {
        @Override
        public String detail() {
            return missing ? "missing" : "altered";
        }
    }

    /** What happened to one file. */
    sealed interface OfFile extends AttachmentEvent {
        AttachmentId attachment();

        @Override
        default UUID subject() {
            return attachment().value();
        }
    }
}
