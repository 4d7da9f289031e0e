package io.plumbline.patients.related;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.Locale;

/** Events of the people around a patient for the audit trail, without names. */
@StoredKind("related-person")
sealed interface RelatedEvent extends Recorded {
    /** A related person was added to a patient. */
    record Added(RelatedId related, PatientId patient, RelatedKind relation) implements RelatedEvent {
        @Override
        public String detail() {
            return relation.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A related person was removed from a patient. */
    record Removed(RelatedId related, PatientId patient) implements RelatedEvent {}
}
