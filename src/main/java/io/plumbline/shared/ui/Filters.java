package io.plumbline.shared.ui;

import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads and writes the filters of a list in its URL, so that links and reloads keep them. */
public final class Filters {
    private Filters() {}

    /** Returns a filter value as in the URL: <em>not-booked</em>. */
    public static String inAddress(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the filter value in a URL; empty if it is missing or unknown. */
    public static <E extends Enum<E>> Optional<E> of(Location address, String name, Class<E> choices) {
        return address.getQueryParameters().getSingleParameter(name).flatMap(text -> Arrays.stream(
                        choices.getEnumConstants())
                .filter(choice -> inAddress(choice).equals(text))
                .findFirst());
    }
}
