package io.plumbline.exercises;

import io.plumbline.shared.ContentHash;
import java.util.List;

/**
 * An answer that is to be imported.
 *
 * @param key what the page said, whatever was corrected since: so the same page twice is one answer
 */
public record ReadAnswer(String key, AnswerDraft draft) {
    /** An answer as the page had it. */
    public static ReadAnswer of(String question, AnswerDraft draft) {
        return new ReadAnswer(
                ContentHash.of(List.of(
                        loosely(question), loosely(draft.author()), draft.on().toString(), loosely(draft.text()))),
                draft);
    }

    /** What a person made of a part of the page that was not understood. */
    public static ReadAnswer of(String question, String notUnderstood, AnswerDraft draft) {
        return new ReadAnswer(ContentHash.of(List.of(loosely(question), loosely(notUnderstood))), draft);
    }

    /** The same words are the same, however the page breaks its lines. */
    static String loosely(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
