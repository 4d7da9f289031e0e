package io.plumbline.plans.templates;

import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.versions.VersionedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template with its versions.
 *
 * @param id the id, or the key of an example
 * @param revision the number to pass with the next change; 0 for an example
 * @param source where an example comes from; null for a template of the clinics
 * @param draft what is being written; null if nothing is
 * @param retiredReason why it is no longer offered; null while it is
 * @param versions the published ones, newest first; empty before the first
 */
public record TemplateDetails(
        String id,
        long revision,
        String name,
        @Nullable String source,
        @Nullable TemplateContent draft,
        @Nullable String retiredReason,
        List<Version> versions)
        implements VersionedText<TemplateContent> {
    /**
     * A published version, which never changes.
     *
     * @param number from 1
     * @param by null for an example
     */
    public record Version(
            int number,
            TemplateContent content,
            String reason,
            @Nullable Instant at,
            @Nullable StaffId by) implements Published {}

    public TemplateDetails {
        versions = List.copyOf(versions);
    }

    /** Returns whether it ships with the portal and cannot be changed. */
    public boolean isExample() {
        return source != null;
    }

    /** Returns whether it is offered to new plans no longer. */
    public boolean isRetired() {
        return retiredReason != null;
    }
}
