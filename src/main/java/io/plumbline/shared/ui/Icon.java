package io.plumbline.shared.ui;

import com.vaadin.flow.component.Svg;
import java.util.Locale;

/** Line icons on a 16 px grid, drawn for this product. Always decorative: a label stands beside them. */
public enum Icon {
    PHONE(
            "M3.2 2.5h2.3l1 3-1.5 1.1a8.5 8.5 0 0 0 4.4 4.4l1.1-1.5 3 1v2.3c0 .6-.5 1-1.1 1C6.9 13.5 2.5 9.1 2.2 3.6c0-.6.4-1.1 1-1.1Z"),
    BOARD("M2.5 3h3v10h-3zM6.5 3h3v6.5h-3zM10.5 3h3v8h-3z"),
    HOME("M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z"),
    PEOPLE(
            "M6 7.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.5c0-2.5 1.8-4 4.2-4s4.2 1.5 4.2 4M10.5 2.9a2.2 2.2 0 0 1 0 4.1M11.8 9.8c1.5.5 2.4 1.8 2.4 3.7"),
    PERSON("M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c0-2.7 2-4 5-4s5 1.3 5 4"),
    PLAN("M2.5 12.5h11M2.5 12.5v-3h3v-2.5h4v-2.5h4v8"),
    NOTE("M4 2.5h6l2.5 2.5v8.5H4zM6 7h4.5M6 9.2h4.5M6 11.3h2.5"),
    CALENDAR("M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3"),
    INTAKE("M3.5 3.5h9v10h-9zM6 2.5h4v2H6zM6 8.5l1.5 1.5L10.5 7"),
    BADGE("M8 2.2l4.8 1.9v3.6c0 3-2 5-4.8 6.1-2.8-1.1-4.8-3.1-4.8-6.1V4.1z"),
    LIBRARY("M2.8 3h4c.7 0 1.2.5 1.2 1.2V13c0-.6-.5-1-1.2-1h-4zM13.2 3h-4C8.5 3 8 3.5 8 4.2V13c0-.6.5-1 1.2-1h4z"),
    SEARCH("M7.2 11.7a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 13.8 13.8"),
    SUN(
            "M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1"),
    MOON("M13 9.7A5.5 5.5 0 0 1 6.3 3 5.5 5.5 0 1 0 13 9.7Z"),
    SCREEN("M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3"),
    ALERT("M8 2.5 14.2 13.3H1.8zM8 6.5v3M8 11.2v.3"),
    FLAG("M4 14V2.5M4 3h8l-1.8 2.8L12 8.5H4"),
    CLOCK("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.5"),
    PAUSE("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.5 6v4M9.5 6v4"),
    CHECK("M3 8.5 6.5 12 13 4.5"),
    DONE("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.3 8.2l1.9 1.9 3.5-3.9"),
    CROSS("M4 4l8 8M12 4l-8 8"),
    INFO("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.3v3.5M8 5.1v.2"),
    LOCK("M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"),
    CLINICAL("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v6M5 8h6"),
    PLUS("M8 3v10M3 8h10"),
    MINUS("M3 8h10"),
    MORE("M3.5 8h.01M8 8h.01M12.5 8h.01"),
    NEXT("M6 3.5 10.5 8 6 12.5"),
    DOWN("M3.5 6 8 10.5 12.5 6"),
    ARROW("M2.5 8h10.5M9 4l4 4-4 4"),
    UP("M8 13V3M4 7l4-4 4 4"),
    MAIL("M2.5 4h11v8.5h-11zM2.5 4.5 8 8.8l5.5-4.3"),
    MESSAGE("M2.5 3.5h11v7.5H7l-3 2.5v-2.5H2.5z"),
    BELL("M4 11V7.2a4 4 0 0 1 8 0V11l1.2 1.5H2.8zM6.8 14h2.4"),
    LINK(
            "M6.7 9.3a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.7.7M9.3 6.7a2.5 2.5 0 0 0-3.6 0l-2 2a2.5 2.5 0 0 0 3.6 3.6l.7-.7"),
    COPY("M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"),
    FILTER("M2.5 4h11M4.5 8h7M6.5 12h3"),
    OFFLINE("M2 6.2A9 9 0 0 1 5 4.4M8 3.8a9 9 0 0 1 6 2.4M4.5 8.9A5.3 5.3 0 0 1 8 7.5M8 12h.01M2.5 2.5l11 11"),
    CLOUD("M4.5 12.5a2.7 2.7 0 0 1-.3-5.4 4 4 0 0 1 7.7.6 2.4 2.4 0 0 1 .1 4.8zM6.2 9.7l1.5 1.5 2.5-2.8"),
    STEP_DOWN("M2 3.5h4v4h4v4h4");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** Returns the SVG path, for templates in the browser. */
    public String path() {
        return path;
    }

    /**
     * Returns the class by which the style sheet draws the icon of a badge or of an entry of the navigation; it draws
     * only those that one of them has.
     */
    public String cssClass() {
        return "with-" + name().toLowerCase(Locale.ROOT);
    }

    public Svg create() {
        var icon =
                new Svg("<svg viewBox='0 0 16 16' aria-hidden='true' focusable='false'><path d='" + path + "'/></svg>");
        icon.addClassName("icon");
        return icon;
    }
}
