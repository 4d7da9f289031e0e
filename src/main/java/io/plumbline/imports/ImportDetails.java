package io.plumbline.imports;

import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;

/**
 * An import of patients.
 *
 * @param version the version to pass when changing it
 * @param fileName as the user's computer calls it
 * @param bytes the length of the file
 * @param begunBy as colleagues call them
 */
public record ImportDetails(
        ImportId id,
        long version,
        ClinicId clinic,
        ImportStatus status,
        ImportSettings settings,
        String fileName,
        long bytes,
        ImportCounts counts,
        Instant begunAt,
        String begunBy) {}
