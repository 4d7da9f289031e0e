package io.plumbline.patients.attachments;

import java.io.Serializable;
import java.util.UUID;

/** The id of a file on a patient's record. */
public record AttachmentId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
