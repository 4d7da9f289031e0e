package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The keys of a screen. A component carries its key and what it does; {@code portal.js} hears single keys outside fields
 * and clicks or focuses what carries them, and the keyboard map lists all that the screen shows.
 */
public final class Keys {
    private static final String KEY = "data-key";
    private static final String DOES = "data-key-does";
    private static final String HEARD = "data-key-heard";

    private Keys() {}

    /** A key and what it does. */
    public record Row(String key, String does) {}

    /**
     * Lets a single key click a button or focus a field, outside fields and where the person has not switched that off.
     *
     * @param key one character
     */
    public static void on(Component component, String key, String does) {
        named(component, key.toUpperCase(Locale.ROOT), does);
        component.getElement().setAttribute(HEARD, key);
        component.getElement().setAttribute("aria-keyshortcuts", key.toUpperCase(Locale.ROOT));
    }

    /** Names a key that the component hears by itself, so that the map lists it. */
    public static void named(Component component, String key, String does) {
        component.getElement().setAttribute(KEY, key);
        component.getElement().setAttribute(DOES, does);
    }

    /** The keys of what is shown within a component, in its order; of two with one key the one further in, which hears it. */
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
        // a text alone has neither keys nor parts, and cannot say whether it is visible
        return !(part instanceof Text) && part.isVisible()
                ? Stream.concat(Stream.of(part), part.getChildren().flatMap(Keys::visible))
                : Stream.empty();
    }
}
