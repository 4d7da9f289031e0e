package io.plumbline.shared.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is published in versions, with what is being written of the next one.
 *
 * @param <C> what a version says
 */
public interface VersionedText<C extends Record> {
    /** Returns the number to pass with the next change. */
    long revision();

    /** Returns what is being written; null if nothing is. */
    @Nullable
    C draft();

    /** Returns the published versions, newest first; none before the first. */
    List<? extends Published> versions();

    /** Returns whether a version was published. */
    default boolean isPublished() {
        return !versions().isEmpty();
    }

    /** Returns the number of the newest version; 0 before the first. */
    default int newest() {
        return isPublished() ? versions().getFirst().number() : 0;
    }

    /** A published version, which never changes. */
    interface Published {
        /** Returns its number, from 1. */
        int number();
    }
}
