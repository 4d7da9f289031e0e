package io.plumbline.store;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Predicate;
import org.springframework.data.util.Predicates;
import org.springframework.data.util.TypeCollector;

/**
 * Keeps Spring Data from following the types of all entities from field to field and method to method while the jar is
 * packed, which took a third of that time. What it looks for are hints for a native image; the portal runs on a JVM.
 */
class NoNativeTypeHints implements TypeCollector.TypeCollectorFilters {
    @Override
    public Predicate<Field> fieldPredicate() {
        return Predicates.isFalse();
    }

    @Override
    public Predicate<Method> methodPredicate() {
        return Predicates.isFalse();
    }
}
