package io.plumbline.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Derives the kind of an event from its name: {@code OrderEvent.HandedOver} is stored as {@code order.handed-over}. */
final class StoredKinds {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<!^)(?=[A-Z])");

    private static final ClassValue<String> OF = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return find(event);
        }
    };

    private StoredKinds() {}

    /**
     * Returns the kind of an event.
     *
     * @throws IllegalStateException if the event is in no group and has no {@link StoredKind}
     */
    static String of(Class<? extends Recorded> event) {
        return OF.get(event);
    }

    private static String find(Class<?> event) {
        var own = event.getAnnotation(StoredKind.class);
        if (own != null) {
            return own.value();
        }
        var group = event.getEnclosingClass();
        if (group == null) {
            throw new IllegalStateException(event + " needs a @StoredKind");
        }
        var named = group.getAnnotation(StoredKind.class);
        var before =
                named != null ? named.value() : hyphenated(group.getSimpleName().replaceFirst("Event$", ""));
        return before + "." + hyphenated(event.getSimpleName());
    }

    private static String hyphenated(String name) {
        return INNER_CAPITAL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
