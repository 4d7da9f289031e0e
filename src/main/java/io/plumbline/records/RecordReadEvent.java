package io.plumbline.records;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Audit events of a record that the privacy officer reads by break-glass access. */
@StoredKind("record")
sealed interface RecordReadEvent extends Recorded.View {
    @Override
    PatientId patient();

    @Override
    default UUID subject() {
        return patient().value();
    }

    /** Somebody saw what the record consists of: its sections and how many entries each has. */
    record Opened(PatientId patient) implements RecordReadEvent {}

    /**
     * Somebody read entries of a section.
     *
     * @param section its key, such as {@code sessionNotes}
     * @param from the number of the first entry, from 1
     * @param until the number of the last entry
     */
    record SectionRead(PatientId patient, String section, int from, int until) implements RecordReadEvent {
        @Override
        public String detail() {
            return section + " " + from + " to " + until;
        }
    }
}
