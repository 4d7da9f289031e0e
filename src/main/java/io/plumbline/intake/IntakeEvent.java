package io.plumbline.intake;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.util.List;

/** Intake note events for the audit trail. */
sealed interface IntakeEvent extends Recorded {
    /** An intake note was started. */
    @StoredKind("intake.begun")
    record Started(IntakeId note, PatientId patient) implements IntakeEvent {}

    /** A new version of a signed intake note was started; without the reason. */
    @StoredKind("intake.amendment-begun")
    record AmendmentStarted(IntakeId note, PatientId patient, int version) implements IntakeEvent {
        @Override
        public String detail() {
            return "version " + version;
        }
    }

    /** A draft of an intake note was edited. */
    @StoredKind("intake.written")
    record Edited(IntakeId note, PatientId patient, long revision, List<String> fields) implements IntakeEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /** A draft of an intake note was discarded; without the reason. */
    record Discarded(IntakeId note, PatientId patient) implements IntakeEvent {}

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
    @StoredKind("intake.opened")
    record Viewed(IntakeId note, PatientId patient) implements IntakeEvent, Recorded.View {}

    /** A signed intake note was downloaded as a document. */
    record Printed(IntakeId note, PatientId patient) implements IntakeEvent {}

    /** Access to an intake note was refused. The event is the same whether the note exists or not. */
    @StoredKind("intake.refused")
    record AccessRefused(IntakeId note) implements IntakeEvent {}
}
