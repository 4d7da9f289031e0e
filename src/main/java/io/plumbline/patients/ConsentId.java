package io.plumbline.patients;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of a consent of a patient. */
public record ConsentId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
