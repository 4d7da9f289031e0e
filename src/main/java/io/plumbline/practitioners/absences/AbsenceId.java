package io.plumbline.practitioners.absences;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an absence. */
public record AbsenceId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
