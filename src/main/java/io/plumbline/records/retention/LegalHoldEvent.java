package io.plumbline.records.retention;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of legal holds and of the retention of a record for the audit trail. */
sealed interface LegalHoldEvent extends Recorded {
    @Override
    PatientId patient();

    /** Something of a legal hold. */
    sealed interface OfHold extends LegalHoldEvent {
        LegalHoldId hold();

        @Override
        default UUID subject() {
            return hold().value();
        }
    }

    /** A legal hold was placed on a record. */
    record Placed(LegalHoldId hold, PatientId patient) implements OfHold {}

    /** Somebody asked to lift a legal hold. */
    record LiftAsked(LegalHoldId hold, PatientId patient) implements OfHold {}

    /** A legal hold that somebody asked to lift stays. */
    record LiftRefused(LegalHoldId hold, PatientId patient) implements OfHold {}

    /** A second person lifted a legal hold. */
    record Lifted(LegalHoldId hold, PatientId patient) implements OfHold {}

    /** It was asked until when a record is kept. */
    @StoredKind("retention.read")
    record RetentionRead(PatientId patient) implements LegalHoldEvent, Recorded.View {
        @Override
        public UUID subject() {
            return patient.value();
        }
    }
}
