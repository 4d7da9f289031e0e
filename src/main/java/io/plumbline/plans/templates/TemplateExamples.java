package io.plumbline.plans.templates;

import io.plumbline.plans.TemplateOrigin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates that ship with the portal, as versioned data with a source. They cannot be changed: a clinic copies one
 * and edits its copy.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
record TemplateExamples(
        int version, String source, @Nullable String approvedBy, List<Example> templates) {
    /** @param key at most 36 characters, without capitals; no id */
    record Example(String key, TemplateContent content) {}

    TemplateExamples {
        templates = List.copyOf(templates);
    }

    Optional<Example> find(String key) {
        return templates.stream().filter(example -> example.key().equals(key)).findFirst();
    }

    TemplateOrigin origin(Example example) {
        return new TemplateOrigin(example.key(), version, example.content().name());
    }
}
