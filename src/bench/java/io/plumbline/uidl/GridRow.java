package io.plumbline.uidl;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One row of a grid as the browser has it: the key that Vaadin knows it by, and what its template draws. */
public record GridRow(String key, Map<String, String> shown) {
    static GridRow of(JsonNode row) {
        var shown = new HashMap<String, String>();
        // each template has a prefix of its own
        row.properties()
                .forEach(property -> shown.put(
                        property.getKey().replaceFirst("^lr_[0-9a-f]+_", ""),
                        property.getValue().asString("")));
        return new GridRow(row.path("key").asString(""), Map.copyOf(shown));
    }

    /** What a property of the template says; empty where it says nothing. */
    public String says(String property) {
        return shown.getOrDefault(property, "");
    }
}
