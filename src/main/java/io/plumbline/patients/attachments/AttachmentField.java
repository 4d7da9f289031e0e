package io.plumbline.patients.attachments;

/** A field of the form for a file, at which a refusal stands. */
public enum AttachmentField {
    KIND,
    TITLE,
    SOURCE,
    DATED_ON
}
