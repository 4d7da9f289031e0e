package io.plumbline.patients;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a consent of a patient. */
public record ConsentId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ConsentId next() {
        return new ConsentId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ConsentId parse(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
