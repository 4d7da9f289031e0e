package io.plumbline.safety;

import io.plumbline.patients.attachments.AttachmentId;
import org.jspecify.annotations.Nullable;

/**
 * The document of an examination outside the clinic.
 *
 * @param file on the patient's record; null if the document is asked for
 */
public record OutsideDocument(@Nullable AttachmentId file) {
    /** The document is asked for, and not on the record yet. */
    public static final OutsideDocument ASKED = new OutsideDocument(null);
}
