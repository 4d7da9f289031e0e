package io.plumbline.forms;

import io.plumbline.shared.versions.VersionedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form with its versions.
 *
 * @param revision the number to pass with the next change
 * @param draft what is being written; null if nothing is
 * @param versions the published ones, newest first; empty before the first
 */
public record FormDetails(
        FormId id,
        long revision,
        String name,
        boolean isRetired,
        @Nullable FormContent draft,
        List<Version> versions) implements VersionedText<FormContent> {
    /**
     * A published version, which never changes.
     *
     * @param number from 1
     */
    public record Version(int number, FormContent content, Instant at) implements Published {}

    public FormDetails {
        versions = List.copyOf(versions);
    }
}
