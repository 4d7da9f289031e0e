package io.plumbline.records;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * An export of one patient's whole record that was permitted and is on record; it is written with a download.
 *
 * @param id by which the audit trail names it
 * @param records the records that were read as one when it was permitted, with the patient's own: the audit trail of
 *     each has every step
 */
public record RecordExport(UUID id, PatientId patient, ExportReason reason, Collection<PatientId> records) {
    public RecordExport {
        records = List.copyOf(records);
    }

    /** Returns the event of a step for each of the records. */
    <E> List<E> ofEach(Function<PatientId, E> event) {
        return records.stream().map(event).toList();
    }
}
