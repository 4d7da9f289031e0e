package io.plumbline.imports;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an import of patients. */
public record ImportId(UUID value) implements Id {
    /** @throws IllegalArgumentException if the text is no id */
    public static ImportId parse(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
