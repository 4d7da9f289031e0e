package io.plumbline.support;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of rbac.csv in a running portal, with a record of the demo clinic for each that needs one. */
public final class RouteAddresses {
    private static final String ID = "/:id";

    /** Of these the manager sees more than who cares for the patients. */
    private static final Set<String> MANAGED = Set.of(
            "/",
            "/orders",
            "/orders/:id",
            "/patients",
            "/plans/hand-over",
            "/practitioners",
            "/practitioners/:id",
            "/schedule");

    private final Map<String, String> records;

    private RouteAddresses(Map<String, String> records) {
        this.records = records;
    }

    /** Finds the records of a portal that was filled with the demo clinic. */
    static RouteAddresses in(PortalProcess portal) {
        return new RouteAddresses(DemoRecords.addresses(portal));
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
                .filter(line -> Objects.requireNonNull(line.allowed().get(who)))
                .map(Rbac.Line::name)
                .toList();
    }

    /** The part of a page's address that the portal chose. */
    public static String path(Page page) {
        return page.url().replaceFirst("^[^/]+//[^/]+/", "");
    }

    /** Each route of rbac.csv by the person who sees most of it. */
    public static Map<String, List<String>> inFullestRole() {
        return Rbac.lines("route").stream()
                .map(Rbac.Line::name)
                .collect(Collectors.groupingBy(RouteAddresses::fullest));
    }

    /** Who cares for the patients sees most of a record; the manager of what is about the clinic. */
    private static String fullest(String route) {
        var manages = MANAGED.contains(route) ? "manager" : "chiropractor";
        return Stream.of(manages, "manager", "auditor", "admin")
                .filter(who -> openTo(who).contains(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody looks at " + route));
    }
}
