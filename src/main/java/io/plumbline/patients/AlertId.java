package io.plumbline.patients;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an alert of a patient. */
public record AlertId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static AlertId next() {
        return new AlertId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static AlertId parse(String text) {
        return new AlertId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
