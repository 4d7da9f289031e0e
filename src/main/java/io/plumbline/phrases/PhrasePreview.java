package io.plumbline.phrases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase inserts, before it is saved.
 *
 * @param parts the text with the phrases that it inserts, as stops and what is between them
 * @param unknown codes in the text for which there is no phrase; they stay as they are written
 * @param refusal why it could not be saved, such as that it inserts itself; null if it could
 */
public record PhrasePreview(
        List<PhrasePart> parts,
        List<String> unknown,
        @Nullable String refusal) {
    public PhrasePreview {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
    }

    /** Returns how many stops the text has. */
    public long stops() {
        return parts.stream().filter(PhrasePart::isStop).count();
    }
}
