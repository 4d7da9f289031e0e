package io.plumbline.forms;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a form, in all its versions. */
public record FormId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static FormId next() {
        return new FormId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
