package io.plumbline.onlineintake;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What the patient entered, as typed, by the name of the field.
 *
 * @param fields the values of each field that has some
 */
public record FormAnswers(SortedMap<String, List<String>> fields) {
    private static final int LENGTH_OF_VERSION = 16;

    /** Nothing is entered. */
    public static final FormAnswers NONE = new FormAnswers(new TreeMap<>());

    public FormAnswers {
        var kept = new TreeMap<String, List<String>>();
        fields.forEach((name, values) -> kept.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableSortedMap(kept);
    }

    /** Returns the first value of a field; empty if it has none. */
    public String value(String field) {
        var some = values(field);
        return some.isEmpty() ? "" : some.getFirst();
    }

    /** Returns the values of a field. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Returns a text that differs where some fields have other values. */
    String version(Collection<String> some) {
        var values = new StringBuilder();
        new TreeSet<>(some)
                .forEach(field -> values.append(field).append(values(field)).append('\n'));
        return DigestUtils.sha256Hex(values.toString()).substring(0, LENGTH_OF_VERSION);
    }

    /** Returns the fields that have values both here and there, and not the same ones. */
    Set<String> differing(FormAnswers other) {
        return fields.keySet().stream()
                .filter(field -> !other.values(field).isEmpty())
                .filter(field -> !other.values(field).equals(values(field)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns a copy in which fields that are empty have the values of others. */
    FormAnswers filledFrom(FormAnswers other) {
        var all = new TreeMap<>(other.fields);
        all.putAll(fields);
        return new FormAnswers(all);
    }

    /** Returns a copy that has no field whose name begins in one of some ways. */
    FormAnswers without(Collection<String> prefixes) {
        var kept = new TreeMap<>(fields);
        kept.keySet().removeIf(field -> prefixes.stream().anyMatch(field::startsWith));
        return new FormAnswers(kept);
    }

    /** Returns a copy that knows that the patient went on from a page. */
    FormAnswers done(FormPage page) {
        if (doneUpTo().filter(before -> before.compareTo(page) >= 0).isPresent()) {
            return this;
        }
        var now = new TreeMap<>(fields);
        now.put(FormFields.DONE, List.of(page.name()));
        return new FormAnswers(now);
    }

    /** Returns the last page, in order, from which the patient went on; empty if there is none. */
    Optional<FormPage> doneUpTo() {
        return FormPage.named(value(FormFields.DONE));
    }

    /** Returns a copy that agrees to nothing, and whose patient has still to come to the page that asks for it. */
    FormAnswers withoutConsents() {
        var rest = without(FormFields.CONSENTS);
        return doneUpTo().filter(page -> page.compareTo(FormPage.SAFETY) > 0).isEmpty()
                ? rest
                : rest.entered().done(FormPage.SAFETY);
    }

    /** Returns what the patient entered, without how far the patient got. */
    FormAnswers entered() {
        return without(List.of(FormFields.DONE));
    }

    /** Returns a copy in which some fields have what was typed now; a field that is not typed is emptied. */
    FormAnswers with(Set<String> some, Map<String, List<String>> typed) {
        var now = new TreeMap<>(fields);
        for (var field : some) {
            var values = typed.getOrDefault(field, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (values.isEmpty()) {
                now.remove(field);
            } else {
                now.put(field, values);
            }
        }
        return new FormAnswers(now);
    }
}
