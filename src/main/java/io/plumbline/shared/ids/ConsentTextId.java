package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of one published version of a consent text. */
public record ConsentTextId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ConsentTextId next() {
        return new ConsentTextId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
