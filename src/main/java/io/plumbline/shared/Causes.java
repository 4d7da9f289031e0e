package io.plumbline.shared;

import java.util.Objects;
import java.util.stream.Stream;

/** The causes of a failure. */
public final class Causes {
    private Causes() {}

    /** Returns the failure itself and then its causes, the outermost first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
