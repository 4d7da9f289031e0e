package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the forms of signed texts: the texts that builds of their time wrote, and what classes have beside. */
public final class SignedForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SignedForms() {}

    /** Returns the text of a form as the portal wrote it when the form was in use. */
    public static String written(String form) {
        try (var text = SignedForms.class.getResourceAsStream("/signed/" + form + ".json")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Fails if the content has a field or a getter that is no part of the text: whoever adds one decides whether it is
     * signed, which takes a new form.
     *
     * @param content with a value in every field, at every depth
     * @param leftOut the names that are no part of the text on purpose, each with its path
     */
    public static void assertCovered(Record content, SignedText text, String... leftOut) {
        requireFilled(content.getClass().getSimpleName(), content);
        var has = names(ContentHash.canonicalJson(content));
        List.of(leftOut).forEach(name -> assertThat(has.remove(name)).as(name).isTrue());
        var signed = names(text.json());
        signed.remove("format");
        has.remove("format");
        assertThat(signed)
                .as("the fields that are signed. A new one needs a form with a new number")
                .isEqualTo(has);
    }

    private static void requireFilled(String name, @Nullable Object value) {
        assertThat(RecordVersions.isEmpty(value)).as(name + " is empty").isFalse();
        switch (value) {
            case Record part -> {
                for (var field : part.getClass().getRecordComponents()) {
                    ReflectionUtils.makeAccessible(field.getAccessor());
                    requireFilled(field.getName(), ReflectionUtils.invokeMethod(field.getAccessor(), part));
                }
            }
            case Collection<?> rows -> rows.forEach(row -> requireFilled(name, row));
            case Map<?, ?> entries -> {
                assertThat(entries).as(name).isNotEmpty();
                entries.values().forEach(entry -> requireFilled(name, entry));
            }
            case null, default -> {}
        }
    }

    private static TreeSet<String> names(String json) {
        var names = new TreeSet<String>();
        add(names, "", JSON.readTree(json));
        return names;
    }

    private static void add(TreeSet<String> names, String path, JsonNode node) {
        if (node.isArray()) {
            node.forEach(row -> add(names, path, row));
        } else {
            node.properties().forEach(field -> {
                names.add(path + field.getKey());
                add(names, path + field.getKey() + ".", field.getValue());
            });
        }
    }
}
