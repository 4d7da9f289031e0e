package io.plumbline.safety;

import io.plumbline.shared.Refused;
import java.util.function.Supplier;

/** Names the field of a decision at which the message of a refused text stands. */
final class FieldOf {
    private FieldOf() {}

    /** @throws Refused with the field, if the reader refuses what was typed */
    static <T> T read(DecisionField field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Refused refused) {
            throw new Refused(field, refused.sentence());
        }
    }
}
