package io.plumbline.patients.merging;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;

/** Audit events of merging; each of the two records has one. */
@StoredKind("patient")
sealed interface PatientMergeEvent extends Recorded {
    /** A record is read as part of another now, or another as part of this one. */
    record Merged(PatientId patient, String detail) implements PatientMergeEvent {}

    /** A record stands on its own again, or another is no longer part of this one. */
    record Unmerged(PatientId patient, String detail) implements PatientMergeEvent {}
}
