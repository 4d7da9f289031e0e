package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which text: there is one of each kind in each language. As text, it is part of an address, such as treatment-english. */
public record ConsentTextKey(ConsentKind kind, ConsentLanguage language) {
    /** Returns the keys of all texts, by kind. */
    public static List<ConsentTextKey> all() {
        return Arrays.stream(ConsentKind.values())
                .flatMap(
                        kind -> Stream.of(ConsentLanguage.values()).map(language -> new ConsentTextKey(kind, language)))
                .toList();
    }

    /**
     * Parses a key from a URL.
     *
     * @throws IllegalArgumentException if the text is not a key
     */
    public static ConsentTextKey parse(String text) {
        return all().stream()
                .filter(key -> key.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such consent text"));
    }

    /** Returns the name that the screen shows. */
    public String label() {
        return kind.label() + ", " + language.label();
    }

    @Override
    public String toString() {
        return (kind + "-" + language).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
