package io.plumbline.phrases;

import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.ids.PhraseId;
import java.util.List;

/**
 * A phrase as the current user may see it.
 *
 * @param version the number to pass with the next change
 * @param mayChange whether the current user may change it
 * @param insertedBy the codes of the phrases that insert it and that the current user can type
 */
public record PhraseDetails(
        PhraseId id,
        long version,
        PreparedTextScope scope,
        PhraseDraft draft,
        boolean isRetired,
        boolean mayChange,
        List<String> insertedBy) {
    public PhraseDetails {
        insertedBy = List.copyOf(insertedBy);
    }
}
