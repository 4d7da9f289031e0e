package io.plumbline.referrals;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import java.time.LocalDate;
import java.util.UUID;

/** Events of referrals for the audit trail, without clinical text. */
public sealed interface ReferralEvent extends Recorded, VisibleChange {
    /** What happened to one referral. */
    sealed interface OfReferral extends ReferralEvent {
        ReferralId referral();

        @Override
        default UUID subject() {
            return referral().value();
        }
    }

    /** A patient was referred. */
    record Asked(ReferralId referral, PatientId patient, LocalDate dueOn) implements OfReferral {
        @Override
        public String detail() {
            return "answer due " + dueOn;
        }
    }

    /** The day by which the answer is due was changed. */
    record DueChanged(ReferralId referral, PatientId patient, LocalDate dueOn) implements OfReferral {
        @Override
        public String detail() {
            return "answer due " + dueOn;
        }
    }

    /** A part of a referral was corrected; the detail names it. */
    record Corrected(ReferralId referral, PatientId patient, String detail) implements OfReferral {}

    /** The answer was recorded. */
    record Answered(ReferralId referral, PatientId patient, ReferralStatus from) implements OfReferral {
        @Override
        public String detail() {
            return "status " + from + " to " + ReferralStatus.ANSWERED;
        }
    }

    /** The referral was closed without an answer, or as entered in error. */
    record Closed(ReferralId referral, PatientId patient, ReferralStatus from, ReferralStatus to)
            implements OfReferral {
        @Override
        public String detail() {
            return "status " + from + " to " + to;
        }
    }

    /** A referral, or all those of a patient, was viewed. */
    record Viewed(UUID subject, PatientId patient) implements ReferralEvent, Recorded.View {}

    /** The letter of a referral was printed. */
    record Printed(ReferralId referral, PatientId patient) implements OfReferral {}

    /** Somebody tried to open a referral that does not exist or is not theirs. */
    @StoredKind("referral.refused")
    record AccessRefused(ReferralId referral) implements OfReferral {}
}
