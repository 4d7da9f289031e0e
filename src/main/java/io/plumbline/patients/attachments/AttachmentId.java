package io.plumbline.patients.attachments;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of a file on a patient's record. */
public record AttachmentId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
