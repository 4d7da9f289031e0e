package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a phrase. */
public record PhraseId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
