package io.plumbline.phrases;

import io.plumbline.shared.PreparedTextScope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which phrases a list shows.
 *
 * @param text the beginning of a code, or a part of the text; empty for all
 * @param scope null for those of the current user and of the clinics
 * @param isRetired whether the retired ones are shown instead of those that are offered
 */
public record PhraseFilter(String text, @Nullable PreparedTextScope scope, boolean isRetired) {
    /** All phrases that are offered. */
    public static final PhraseFilter ALL = new PhraseFilter("", null, false);

    boolean takes(Phrase phrase) {
        var draft = phrase.draft();
        return (scope == null || scope == phrase.scope())
                && (draft.code().startsWith(PhraseDraft.asKept(text))
                        || draft.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }
}
