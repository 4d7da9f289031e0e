package io.plumbline.practitioners;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.UUID;

/** Practitioner events for the audit trail. */
sealed interface PractitionerEvent extends Recorded {
    StaffId practitioner();

    @Override
    default UUID subject() {
        return practitioner().value();
    }

    /** A practitioner was added. */
    record Added(StaffId practitioner) implements PractitionerEvent {}

    /** A manager edited a practitioner's profile or working hours. */
    record Changed(StaffId practitioner, List<String> fields, long revision) implements PractitionerEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /** A practitioner was deactivated. */
    record Deactivated(StaffId practitioner) implements PractitionerEvent {}

    /** A practitioner was reactivated. */
    @StoredKind("practitioner.activated")
    record Reactivated(StaffId practitioner) implements PractitionerEvent {}
}
