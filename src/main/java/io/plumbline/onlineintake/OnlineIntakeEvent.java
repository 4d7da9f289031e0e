package io.plumbline.onlineintake;

import io.plumbline.patients.Unproven;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Online intake events for the audit trail; without what the person answered. The patient is null for a lead. */
sealed interface OnlineIntakeEvent extends Recorded {
    OnlineIntakeId intake();

    @Override
    default UUID subject() {
        return intake().value();
    }

    /** A link was created. */
    record Created(
            OnlineIntakeId intake,
            @Nullable PatientId patient,
            @Nullable LeadId lead,
            boolean byMail,
            @Nullable Unproven unproven)
            implements OnlineIntakeEvent {
        @Override
        public String detail() {
            return (byMail ? "by e-mail" : "as text")
                    + (unproven == Unproven.NEW_ADDRESS ? " to a new address" : "")
                    + (lead == null ? "" : ", lead " + lead);
        }
    }

    /** The patient opened the form, for the first time, by the right answer. */
    record Opened(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** Something was done from a browser in which staff are signed in, or were that day; the detail says what. */
    record FromClinic(OnlineIntakeId intake, @Nullable PatientId patient, String detail) implements OnlineIntakeEvent {}

    /** A code that opens what is saved was mailed. */
    record CodeSent(OnlineIntakeId intake, @Nullable PatientId patient, int times) implements OnlineIntakeEvent {
        @Override
        public String detail() {
            return "code " + times;
        }
    }

    /** The form was opened with what is saved, by a code. */
    record Continued(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** The form was opened with what is saved, by the right answer in the browser that saved it. */
    record Reopened(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** What was saved was deleted by whoever opened the form without a code. */
    record BegunAgain(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** Somebody confirmed with the patient what was submitted. */
    record Confirmed(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** The question before the form was answered wrong. */
    @StoredKind("online-intake.wrong-answer")
    record AnsweredWrong(OnlineIntakeId intake, @Nullable PatientId patient, int times) implements OnlineIntakeEvent {
        @Override
        public String detail() {
            return "wrong answer " + times;
        }
    }

    /** The patient saved a page of the form. */
    record Saved(OnlineIntakeId intake, @Nullable PatientId patient, FormPage page) implements OnlineIntakeEvent {
        @Override
        public String detail() {
            return page.name();
        }
    }

    /** The patient submitted the form. */
    record Submitted(OnlineIntakeId intake, @Nullable PatientId patient, String contentHash)
            implements OnlineIntakeEvent {
        static final String KIND = "online-intake.submitted";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String detail() {
            return ContentMac.named(contentHash);
        }
    }

    /** A clinician began an intake note with what the patient answered. */
    record ReviewBegun(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** A clinician signed the intake note that was begun with what the patient answered. */
    record Reviewed(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** What the patient saved and did not submit was deleted, long after the link expired. */
    record DraftDeleted(OnlineIntakeId intake, @Nullable PatientId patient) implements OnlineIntakeEvent {}

    /** The online intake of a lead became that of the patient. */
    record Passed(OnlineIntakeId intake, PatientId patient, LeadId lead) implements OnlineIntakeEvent {
        @Override
        public String detail() {
            return "from lead " + lead;
        }
    }

    /** The link was withdrawn; the detail says why. */
    record Withdrawn(OnlineIntakeId intake, @Nullable PatientId patient, String detail) implements OnlineIntakeEvent {}
}
