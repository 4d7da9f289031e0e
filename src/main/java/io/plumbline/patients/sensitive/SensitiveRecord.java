package io.plumbline.patients.sensitive;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * The mark of a sensitive patient.
 *
 * @param number the patient number
 * @param reason why the record is sensitive
 * @param markedBy the display name of who marked it
 * @param named who finds the record besides the privacy officer, by name
 */
public record SensitiveRecord(
        PatientId patient, String number, String reason, Instant markedAt, String markedBy, List<Reader> named) {
    public SensitiveRecord {
        named = List.copyOf(named);
    }

    /** A person who is named for a sensitive patient. */
    public record Reader(StaffId id, String name) {}
}
