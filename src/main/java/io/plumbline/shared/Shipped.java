package io.plumbline.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content that ships with the portal: versioned data with a source, as resource files. */
public final class Shipped {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Shipped() {}

    /**
     * Reads a JSON file; fields that the type does not have are left out.
     *
     * @param file its path among the resources, such as {@code clinical/measures.json}
     */
    public static <T> T read(String file, Class<T> type) {
        try (var in = new ClassPathResource(file).getInputStream()) {
            return JSON.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
