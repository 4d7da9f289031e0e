package io.plumbline.shared;

import java.util.Locale;
import org.springframework.util.StringUtils;

/** A constant whose word on screen is its name: {@code ENTERED_IN_ERROR} is <em>Entered in error</em>. */
public interface Labeled {
    /** Returns the name of the constant, which the store keeps. */
    String name();

    /** Returns the word on screen. */
    default String label() {
        return StringUtils.capitalize(name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
