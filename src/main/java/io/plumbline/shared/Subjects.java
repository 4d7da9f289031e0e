package io.plumbline.shared;

import io.plumbline.shared.ids.Id;
import java.lang.reflect.Method;
import java.util.UUID;
import org.springframework.util.ReflectionUtils;

/** Finds the record to which an event happened: the id with which the event begins. */
final class Subjects {
    private static final ClassValue<Method> FIRST = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> event) {
            var first = event.getRecordComponents()[0].getAccessor();
            ReflectionUtils.makeAccessible(first);
            return first;
        }
    };

    private Subjects() {}

    /**
     * Returns the id of the record.
     *
     * @throws IllegalStateException if the event does not begin with one
     */
    static UUID of(Recorded event) {
        return switch (ReflectionUtils.invokeMethod(FIRST.get(event.getClass()), event)) {
            case Id id -> id.value();
            case UUID id -> id;
            case null, default -> throw new IllegalStateException(event.getClass() + " does not begin with an id");
        };
    }
}
