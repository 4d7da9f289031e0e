package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The keyboard shortcuts of a screen. Components carry their key and its description; {@code portal.js} handles single
 * keys outside fields by clicking or focusing the component, and the keyboard map lists all shortcuts of the screen.
 */
public final class Keys {
    private static final String KEY = "data-key";
    private static final String DOES = "data-key-does";
    private static final String HEARD = "data-key-heard";

    private Keys() {}

    /** A key and its description. */
    public record Row(String key, String does) {}

    /**
     * Lets a single key click a button or focus a field, outside fields and unless the user has turned these keys off.
     *
     * @param key one character
     */
    public static void on(Component component, String key, String does) {
        named(component, key.toUpperCase(Locale.ROOT), does);
        component.getElement().setAttribute(HEARD, key);
        component.getElement().setAttribute("aria-keyshortcuts", key.toUpperCase(Locale.ROOT));
    }

    /** Describes a key that the component handles itself, for the keyboard map. */
    public static void named(Component component, String key, String does) {
        component.getElement().setAttribute(KEY, key);
        component.getElement().setAttribute(DOES, does);
    }

    /**
     * Returns the keys of the visible components, in order; for a duplicate key, the innermost component, which handles
     * it.
     */
    public static List<Row> within(Component screen) {
        var rows = new LinkedHashMap<String, Row>();
        visible(screen)
                .filter(part -> part.getElement().hasAttribute(KEY))
                .map(part -> new Row(
                        part.getElement().getAttribute(KEY), part.getElement().getAttribute(DOES)))
                .forEach(row -> rows.put(row.key(), row));
        return List.copyOf(rows.values());
    }

    private static Stream<Component> visible(Component part) {
        // a plain text has no keys or children, and no visibility
        return !(part instanceof Text) && part.isVisible()
                ? Stream.concat(Stream.of(part), part.getChildren().flatMap(Keys::visible))
                : Stream.empty();
    }
}
