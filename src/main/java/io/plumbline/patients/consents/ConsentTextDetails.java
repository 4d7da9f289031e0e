package io.plumbline.patients.consents;

import io.plumbline.shared.versions.VersionedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent text with its versions.
 *
 * @param revision the number to pass with the next change; -1 before the first
 * @param draft what is being written; null if nothing is
 * @param example what ships with the portal for this kind and language
 * @param versions newest first; empty before the first is published
 */
public record ConsentTextDetails(
        ConsentTextKey key,
        long revision,
        @Nullable ConsentTextContent draft,
        ConsentTextContent example,
        List<PublishedConsentText> versions)
        implements VersionedText<ConsentTextContent> {
    public ConsentTextDetails {
        versions = List.copyOf(versions);
    }
}
