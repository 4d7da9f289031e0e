package io.plumbline.intake;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.util.List;
import java.util.UUID;

/** Intake note events for the audit trail. */
sealed interface IntakeEvent extends Recorded {
    IntakeId note();

    @Override
    default UUID subject() {
        return note().value();
    }

    /** An intake note was started. */
    record Started(IntakeId note, PatientId patient) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.begun";
        }
    }

    /** A new version of a signed intake note was started; without the reason. */
    record AmendmentStarted(IntakeId note, PatientId patient, int version) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.amendment-begun";
        }

        @Override
        public String detail() {
            return "version " + version;
        }
    }

    /** A draft of an intake note was edited. */
    record Edited(IntakeId note, PatientId patient, long revision, List<String> fields) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.written";
        }

        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /** A draft of an intake note was discarded; without the reason. */
    record Discarded(IntakeId note, PatientId patient) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.discarded";
        }
    }

    /** An intake note was signed. */
    record Signed(IntakeId note, PatientId patient, String contentHash) implements IntakeEvent {
        static final String KIND = "intake.signed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String detail() {
            return ContentMac.named(contentHash);
        }
    }

    /** A chiropractor concluded a signed intake note; without the reason. */
    record Concluded(IntakeId note, PatientId patient, String contentHash) implements IntakeEvent {
        static final String KIND = "intake.concluded";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String detail() {
            return ContentMac.named(contentHash);
        }
    }

    /** An intake note was viewed. */
    record Viewed(IntakeId note, PatientId patient) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.opened";
        }

        @Override
        public boolean isView() {
            return true;
        }
    }

    /** A signed intake note was downloaded as a document. */
    record Printed(IntakeId note, PatientId patient) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.printed";
        }
    }

    /** Access to an intake note was refused. The event is the same whether the note exists or not. */
    record AccessRefused(IntakeId note) implements IntakeEvent {
        @Override
        public String kind() {
            return "intake.refused";
        }
    }
}
