package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a contact in the contacts book. */
public record ContactId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
