package io.plumbline.sessions;

import org.jspecify.annotations.Nullable;

/** The details of a session note as their column has them, for who reads a store without the portal. */
public final class DetailsOfStore {
    private DetailsOfStore() {}

    public static SessionDetails of(@Nullable String column) {
        return new SessionDetailsColumn().convertToEntityAttribute(column);
    }
}
