package io.plumbline.phrases;

import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.ids.PhraseId;

/**
 * A phrase in a list.
 *
 * @param stops how many stops its text has, with the phrases that it inserts
 * @param isOverruled whether the current user has a phrase of their own with this code of the clinics
 */
public record PhraseRow(
        PhraseId id,
        PreparedTextScope scope,
        String code,
        String text,
        int stops,
        boolean isRetired,
        boolean isOverruled) {}
