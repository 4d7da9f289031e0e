package io.plumbline.practitioners.absences;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an absence. */
public record AbsenceId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static AbsenceId next() {
        return new AbsenceId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static AbsenceId parse(String text) {
        return new AbsenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
