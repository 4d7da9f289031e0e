package io.plumbline.patients;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an alert of a patient. */
public record AlertId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
