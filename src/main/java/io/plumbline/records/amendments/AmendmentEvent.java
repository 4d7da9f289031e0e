package io.plumbline.records.amendments;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/** Events of amendment requests for the audit trail. */
@StoredKind("amendment-request")
sealed interface AmendmentEvent extends Recorded {
    AmendmentId request();

    @Override
    PatientId patient();

    @Override
    default UUID subject() {
        return request().value();
    }

    /** A request was registered. */
    record Registered(AmendmentId request, PatientId patient, LocalDate dueOn) implements AmendmentEvent {
        @Override
        public String detail() {
            return "due " + dueOn;
        }
    }

    /** A request was read. */
    record Read(AmendmentId request, PatientId patient) implements AmendmentEvent, Recorded.View {}

    /** Its time was extended. */
    record Extended(AmendmentId request, PatientId patient, LocalDate dueOn) implements AmendmentEvent {
        @Override
        public String detail() {
            return "due " + dueOn;
        }
    }

    /** It was accepted, denied or withdrawn. */
    record Decided(AmendmentId request, PatientId patient, AmendmentStatus status) implements AmendmentEvent {
        @Override
        public String detail() {
            return status.name();
        }
    }

    /** A statement was added after a denial: of disagreement, or the rebuttal. */
    record StatementAdded(AmendmentId request, PatientId patient, boolean isRebuttal) implements AmendmentEvent {
        @Override
        public String kind() {
            return isRebuttal ? "amendment-request.rebutted" : "amendment-request.disagreed";
        }
    }
}
