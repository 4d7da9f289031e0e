package io.plumbline.patients.sensitive;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;

/** Events of sensitive patients for the audit trail; the reasons are words of the person who marks, without findings. */
sealed interface SensitiveEvent extends Recorded {
    /** A patient was marked as sensitive. */
    record Marked(PatientId patient, String detail) implements SensitiveEvent {}

    /** A person was named for a sensitive patient. */
    record Named(StaffId reader, PatientId patient) implements SensitiveEvent {}

    /** A person is no longer named for a sensitive patient. */
    record Removed(StaffId reader, PatientId patient) implements SensitiveEvent {}

    /** The mark of a sensitive patient was removed. */
    record Lifted(PatientId patient, String detail) implements SensitiveEvent {}

    /** The privacy officer viewed the mark of a sensitive patient. */
    record Viewed(PatientId patient) implements SensitiveEvent, Recorded.View {}
}
