package io.plumbline.shared.ui;

import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Filters of a list live in its address, so that they can be linked to and come back on reload. */
public final class Filters {
    private Filters() {}

    /** A choice as the address says it: <em>not-booked</em>. */
    public static String inAddress(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice that an address names; empty where it names none that there is. */
    public static <E extends Enum<E>> Optional<E> of(Location address, String name, Class<E> choices) {
        return address.getQueryParameters().getSingleParameter(name).flatMap(text -> Arrays.stream(
                        choices.getEnumConstants())
                .filter(choice -> inAddress(choice).equals(text))
                .findFirst());
    }
}
