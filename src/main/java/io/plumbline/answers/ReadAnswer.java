package io.plumbline.answers;

import io.plumbline.shared.signing.ContentHash;
import java.util.List;

/**
 * An answer to import.
 *
 * @param key identifies the original text of the page, regardless of corrections, so that importing a page twice adds
 *     each answer once
 */
public record ReadAnswer(String key, AnswerDraft draft) {
    /** Creates an answer as parsed from the page. */
    public static ReadAnswer of(String question, AnswerDraft draft) {
        return new ReadAnswer(
                ContentHash.of(List.of(
                        loosely(question), loosely(draft.author()), draft.on().toString(), loosely(draft.text()))),
                draft);
    }

    /** Creates an answer that a user made from text that was not recognized. */
    public static ReadAnswer of(String question, String notUnderstood, AnswerDraft draft) {
        return new ReadAnswer(ContentHash.of(List.of(loosely(question), loosely(notUnderstood))), draft);
    }

    /** Normalizes whitespace, so that different line breaks do not matter. */
    static String loosely(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
