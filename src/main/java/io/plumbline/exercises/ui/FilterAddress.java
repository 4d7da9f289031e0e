package io.plumbline.exercises.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, as the address carries it: reload, share and go back show the same. */
final class FilterAddress {
    private final Map<String, List<String>> values;

    FilterAddress(Location location) {
        values = location.getQueryParameters().getParameters();
    }

    /** A text; empty where the address has none. */
    String text(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** One of some choices; null where the address names none of them. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text(name)))
                .findFirst()
                .orElse(null);
    }

    /** The query of an address; what is null or empty is left out. */
    static QueryParameters query(Map<String, ? extends @Nullable Object> chosen) {
        var query = new TreeMap<String, String>();
        chosen.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                query.put(name, value instanceof Enum<?> one ? one.name() : value.toString());
            }
        });
        return QueryParameters.simple(query);
    }

    /** Puts what was chosen into the address, without asking the screen again. */
    static void show(String path, Map<String, ? extends @Nullable Object> chosen) {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(path, query(chosen)));
    }
}
