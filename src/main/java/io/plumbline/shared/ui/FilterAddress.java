package io.plumbline.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A list's filter as part of the URL, so that reload, share and back show the same list. */
public final class FilterAddress {
    private final Map<String, List<String>> values;

    /** Reads the filter of a URL. */
    public FilterAddress(Location location) {
        values = location.getQueryParameters().getParameters();
    }

    /** Returns a text parameter; empty if it is missing. */
    public String text(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Returns an enum parameter; null if it is missing or unknown. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text(name)))
                .findFirst()
                .orElse(null);
    }

    /** Builds the query of a URL; null and empty values are omitted. */
    public static QueryParameters query(Map<String, ? extends @Nullable Object> chosen) {
        var query = new TreeMap<String, String>();
        chosen.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                query.put(name, value instanceof Enum<?> one ? one.name() : value.toString());
            }
        });
        return QueryParameters.simple(query);
    }

    /** Updates the URL with the current filter, without navigating. */
    public static void show(String path, Map<String, ? extends @Nullable Object> chosen) {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(path, query(chosen)));
    }
}
