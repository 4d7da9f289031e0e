package io.plumbline.patients.consents;

import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.versions.VersionedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A published version of a consent text, which never changes.
 *
 * @param number from 1, by kind and language
 * @param title as the patient reads it, in the language of the text
 * @param body as the patient reads it; an empty line begins a paragraph
 * @param validFrom the first day on which patients agree to it, at their clinic
 * @param askAgain whether patients who agreed to an earlier version are asked again
 * @param publishedBy the name of its author
 */
public record PublishedConsentText(
        ConsentTextId id,
        ConsentTextKey key,
        int number,
        String title,
        String body,
        LocalDate validFrom,
        boolean askAgain,
        Instant publishedAt,
        String publishedBy)
        implements VersionedText.Published {
    /** Returns the paragraphs of the body, none of them blank. */
    public List<String> paragraphs() {
        return body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
