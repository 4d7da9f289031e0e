package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the filters of a list in its URL, so that links, reload and Back show the same list. */
public final class Filters {
    private Filters() {}

    /** Returns a filter value as in the URL: <em>not-booked</em>. */
    public static String inAddress(Enum<?> choice) {
        return inAddress(choice.name());
    }

    private static String inAddress(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the filter value in a URL, also one written as in code; empty if it is missing or unknown. */
    public static <E extends Enum<E>> Optional<E> of(Location address, String name, Class<E> choices) {
        var text = inAddress(text(address, name));
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> inAddress(choice).equals(text))
                .findFirst();
    }

    /** Returns the text of a filter in a URL; empty if it is missing. */
    public static String text(Location address, String name) {
        return address.getQueryParameters().getSingleParameter(name).orElse("");
    }

    /** Builds the query of a URL; null and empty values are omitted. */
    public static QueryParameters query(Map<String, ? extends @Nullable Object> chosen) {
        var query = new HashMap<String, String>();
        chosen.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                query.put(name, value instanceof Enum<?> choice ? inAddress(choice) : value.toString());
            }
        });
        return QueryParameters.simple(query);
    }

    /** Returns a path with the query of a URL. */
    public static String address(String path, QueryParameters query) {
        var text = query.getQueryString();
        return text.isEmpty() ? path : path + "?" + text;
    }

    /** Returns a path with the chosen filters; null and empty values are omitted. */
    public static String address(String path, Map<String, ? extends @Nullable Object> chosen) {
        return address(path, query(chosen));
    }

    /**
     * Gives a part of a screen what its URL says, each time that it is shown. Until the navigation is over, the URL is that
     * of the screen before, so a part that is attached with its screen must not read it itself.
     */
    public static void whenShown(Component part, SerializableConsumer<QueryParameters> read) {
        part.addAttachListener(e -> e.getUI()
                .beforeClientResponse(
                        part,
                        shown -> read.accept(shown.getUI()
                                .getInternals()
                                .getActiveViewLocation()
                                .getQueryParameters())));
    }

    /** Updates the URL with the current filter, without navigating. */
    public static void show(String path, Map<String, ? extends @Nullable Object> chosen) {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(path, query(chosen)));
    }
}
