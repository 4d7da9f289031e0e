package io.plumbline.imports;

import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;

/**
 * An import.
 *
 * @param version the version to pass when changing it
 * @param fileName as the user's computer calls it
 * @param bytes the length of the file
 * @param begunBy as colleagues call them
 * @param keptUntil when the file and what the check found are deleted, unless somebody goes on with the import
 * @param isFileDeleted whether they are deleted; then the import can be neither run nor undone
 */
public record ImportDetails(
        ImportId id,
        long version,
        ImportKind kind,
        ClinicId clinic,
        ImportStatus status,
        ImportSettings settings,
        String fileName,
        long bytes,
        ImportCounts counts,
        Instant begunAt,
        String begunBy,
        Instant keptUntil,
        boolean isFileDeleted) {}
