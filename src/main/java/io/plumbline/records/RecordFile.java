package io.plumbline.records;

import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file on a record.
 *
 * @param storedAs its name in the file store
 */
record RecordFile(
        UUID id,
        ClinicId clinic,
        String kind,
        String title,
        String source,
        LocalDate datedOn,
        String format,
        long bytes,
        String sha256,
        String storedAs) {}
