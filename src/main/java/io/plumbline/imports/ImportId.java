package io.plumbline.imports;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an import of patients. */
public record ImportId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
