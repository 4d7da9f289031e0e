package io.plumbline.patients.attachments;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file on a patient's record, without its content.
 *
 * @param version the version to pass when marking it as entered in error
 * @param clinic where it was added
 * @param source who made it; empty if not given
 * @param datedOn the day of the recording, the letter or the signature
 * @param bytes its length
 * @param sha256 the hash of its content as it was added
 * @param storedAs its name in the file store
 * @param addedBy as colleagues call them
 * @param mine whether the current user added it
 * @param error why and by whom it was entered in error; null if it counts
 */
public record AttachmentRow(
        AttachmentId id,
        long version,
        PatientId patient,
        ClinicId clinic,
        AttachmentKind kind,
        String title,
        String source,
        LocalDate datedOn,
        FileFormat format,
        long bytes,
        String sha256,
        String storedAs,
        Instant addedAt,
        String addedBy,
        boolean mine,
        @Nullable InError error) {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * 1024;

    /** Who marked a file as entered in error, when and why. */
    public record InError(Instant at, String by, String reason) {}

    /** Returns format and size as the screen shows them, such as <em>PDF, 2.4 MB</em>. */
    public String formatAndSize() {
        return format + ", " + size();
    }

    private String size() {
        if (bytes >= MEGABYTE) {
            return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
        }
        return Math.max(1, bytes / KILOBYTE) + " KB";
    }
}
