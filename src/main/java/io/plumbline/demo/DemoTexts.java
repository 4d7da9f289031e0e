package io.plumbline.demo;

import io.plumbline.shared.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The texts of the demo that are no code: lines of a file, lines under keys in brackets, and rows. */
final class DemoTexts {
    private DemoTexts() {}

    /** Returns the lines of a file of the demo, without comments and empty ones. */
    static List<String> lines(String file) {
        try {
            return new ClassPathResource("demo/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the rows of a JSON file of the demo. */
    static <T> List<T> rows(String file, Class<T[]> type) {
        return List.of(Shipped.read("demo/" + file, type));
    }

    /** Returns the lines of a file by the key above them. */
    static Map<String, List<String>> byKey(String file) {
        var byKey = new LinkedHashMap<String, List<String>>();
        var key = "";
        for (var line : lines(file)) {
            if (line.startsWith("[")) {
                key = line.substring(1, line.length() - 1);
            } else {
                byKey.computeIfAbsent(key, nothing -> new ArrayList<>()).add(line);
            }
        }
        return byKey;
    }
}
