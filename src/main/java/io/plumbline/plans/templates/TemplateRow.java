package io.plumbline.plans.templates;

import io.plumbline.plans.TemplateOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A template in a list.
 *
 * @param id the id, or the key of an example
 * @param published the number of the newest version; 0 before the first
 * @param hasDraft whether somebody is writing the next version
 * @param content of the newest version; of the draft before the first
 */
public record TemplateRow(
        String id, int published, boolean isExample, boolean hasDraft, boolean isRetired, TemplateContent content) {
    /** Returns what a plan that begins with it remembers; null before the first version. */
    public @Nullable TemplateOrigin origin() {
        return published == 0 ? null : new TemplateOrigin(id, published, content.name());
    }
}
