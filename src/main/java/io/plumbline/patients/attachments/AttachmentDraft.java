package io.plumbline.patients.attachments;

import java.time.LocalDate;

/**
 * What is said about a file that is added to a patient's record.
 *
 * @param title 1 to 120 characters
 * @param source who made it, up to 120 characters; empty if the kind does not need it
 * @param datedOn the day of the recording, the letter or the signature; not in the future
 */
public record AttachmentDraft(AttachmentKind kind, String title, String source, LocalDate datedOn) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_SOURCE = 120;
}
