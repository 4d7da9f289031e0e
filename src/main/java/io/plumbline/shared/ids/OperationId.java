package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of one submission of a form: a repetition with the same id changes nothing more. */
public record OperationId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static OperationId next() {
        return new OperationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
