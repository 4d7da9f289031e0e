package io.plumbline.notes.templates;

import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.ids.NoteTemplateId;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A note template as the current user may see it.
 *
 * @param version the number to pass with the next change
 * @param mayChange whether the current user may change it
 */
public record NoteTemplateDetails(
        NoteTemplateId id,
        long version,
        PreparedTextScope scope,
        NoteTemplateDraft draft,
        boolean isRetired,
        boolean mayChange) {
    /** Returns whether its name and its texts have all the words, each of which may be a part of one. */
    public boolean has(String words) {
        var texts = Stream.of(
                        draft.name(),
                        draft.subjective(),
                        draft.observations(),
                        draft.cue(),
                        draft.homeCare(),
                        draft.nextStep())
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(texts::contains);
    }
}
