package io.plumbline.patients.attachments;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;

/** Events of files on a patient's record for the audit trail; without titles, which may be clinical. */
sealed interface AttachmentEvent extends Recorded {
    /** The files of a patient were listed. */
    record Listed(PatientId patient, boolean clinical) implements AttachmentEvent, Recorded.View {
        @Override
        public String detail() {
            return clinical ? "with clinical content" : "signed forms";
        }
    }

    /** A file was added. */
    record Added(AttachmentId attachment, PatientId patient, String sha256) implements AttachmentEvent {
        @Override
        public String detail() {
            return "sha256 " + sha256;
        }
    }

    /** A file was marked as entered in error. */
    record EnteredInError(AttachmentId attachment, PatientId patient) implements AttachmentEvent {}

    /** A file was downloaded; each time counts. */
    record Downloaded(AttachmentId attachment, PatientId patient) implements AttachmentEvent {}

    /** A page of a file was shown; each time counts. */
    record Previewed(AttachmentId attachment, PatientId patient, int page) implements AttachmentEvent, Recorded.View {
        @Override
        public String detail() {
            return "page " + page;
        }
    }

    /** A download or a preview was refused, because the content is missing or another one than was added. */
    record NotAsAdded(AttachmentId attachment, PatientId patient, boolean missing) implements AttachmentEvent {
        @Override
        public String detail() {
            return missing ? "missing" : "altered";
        }
    }
}
