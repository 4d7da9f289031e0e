package io.plumbline.support;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The addresses of rbac.csv in a running portal, with a record of the demo clinic for each that needs one. */
public final class RouteAddresses {
    private static final String ID = "/:id";

    private static @Nullable Path visited;
    private static Map<String, String> found = Map.of();

    private final Map<String, String> records;

    private RouteAddresses(Map<String, String> records) {
        this.records = records;
    }

    /**
     * Puts the demo clinic into a folder for a portal to start on. Its records were looked for once, because that takes
     * long, and the clinic in which they were found is copied.
     */
    public static synchronized RouteAddresses into(Path empty, Path profiles) {
        try {
            if (visited == null) {
                var folder = Files.createTempDirectory("visited");
                try (var portal = PortalProcess.start(folder, Map.of())) {
                    found = new RecordVisit(portal, profiles).addresses();
                }
                visited = folder;
            }
            FileSystemUtils.copyRecursively(visited, empty);
            return new RouteAddresses(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a route, with a record where it asks for one; the visit of a new note is the chiropractor's. */
    public String addressOf(String route) {
        var id = route.indexOf(ID);
        return id < 0
                ? route.substring(1)
                : Objects.requireNonNull(records.get(route.substring(1, id)), route)
                        + route.substring(id + ID.length());
    }

    /** The routes that a person may open. */
    public static List<String> openTo(String who) {
        return Rbac.lines("route").stream()
                .filter(door -> Objects.requireNonNull(door.allowed().get(who)))
                .map(Rbac.Line::name)
                .toList();
    }

    /** The part of a page's address that the portal chose. */
    public static String path(Page page) {
        return page.url().replaceFirst("^[^/]+//[^/]+/", "");
    }
}
