package io.plumbline.leads.requests;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a consultation request by JSON path, and their errors. */
final class RequestFields {
    /** Limit on reported errors, so that a request with many invalid values gets a short answer. */
    private static final int MOST_ERRORS = 12;

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Creates the fields of a request.
     *
     * @param body a JSON object
     */
    RequestFields(JsonNode body) {
        this.body = body;
    }

    JsonNode at(String field) {
        return body.path(field);
    }

    List<FieldError> errors() {
        return errors;
    }

    <E extends Enum<E>> Set<E> several(String path, JsonNode list, Class<E> words) {
        var chosen = EnumSet.noneOf(words);
        if (list.isMissingNode() || list.isNull()) {
            return chosen;
        }
        if (!list.isArray()) {
            wrong(path, "Give a list of " + names(words));
            return chosen;
        }
        for (var i = 0; i < list.size() && errors.size() <= MOST_ERRORS; i++) {
            var place = path + "[" + i + "]";
            if (list.path(i).isNull()) {
                wrong(place, "Choose one of " + names(words));
            }
            oneOf(place, list.path(i), words).ifPresent(chosen::add);
        }
        return chosen;
    }

    <E extends Enum<E>> Optional<E> oneOf(String path, JsonNode node, Class<E> words) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var word = node.isString() ? node.stringValue() : "";
        var found = Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst();
        if (found.isEmpty()) {
            wrong(path, "Choose one of " + names(words));
        }
        return found;
    }

    private static String names(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    <T> @Nullable T optional(String field, Function<String, T> read) {
        return typed(field).isBlank() ? null : value(field, read);
    }

    String text(String field, UnaryOperator<String> read) {
        return Objects.requireNonNullElse(value(field, read), "");
    }

    private <T> @Nullable T value(String field, Function<String, T> read) {
        if (isNoText(field)) {
            typed(field);
            return null;
        }
        try {
            return read.apply(typed(field));
        } catch (Refused refused) {
            wrong(field, refused.sentence());
            return null;
        }
    }

    boolean isEmpty(String field) {
        return !isNoText(field) && typed(field).isBlank();
    }

    private boolean isNoText(String field) {
        var node = body.path(field);
        return !node.isMissingNode() && !node.isNull() && !node.isString();
    }

    /** Returns the text of a field; empty if it is missing. Reports a field that is not text only once. */
    String typed(String field) {
        var node = body.path(field);
        if (isNoText(field) && errors.stream().noneMatch(error -> error.field().equals(field))) {
            wrong(field, "Give this as text");
        }
        return node.isString() ? node.stringValue() : "";
    }

    void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
