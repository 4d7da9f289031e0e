package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one portal, with the demo clinic, of all journeys that neither end it nor need a time or a setting of their own.
 * Two of them use it at a time, in any order: each writes only about people whom it brought or who are named in it alone.
 */
public final class SharedPortal {
    private static @Nullable PortalProcess portal;
    private static @Nullable RouteAddresses addresses;

    private SharedPortal() {}

    /** Returns the portal, which the first journey starts and the end of this JVM ends. */
    public static synchronized PortalProcess get() {
        if (portal == null) {
            try {
                // a colleague of many journeys is signed in at more places than a person
                portal = PortalProcess.start(
                        Files.createTempDirectory("shared"), Map.of("PLUMBLINE_SESSION_MOST_PLACES", "100"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return portal;
    }

    /** Returns the address of each screen in it, with a record of the demo clinic where it asks for one. */
    public static synchronized RouteAddresses addresses() {
        if (addresses == null) {
            addresses = RouteAddresses.in(get());
        }
        return addresses;
    }
}
