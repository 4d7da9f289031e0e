package io.plumbline.notes.search;

import io.plumbline.notes.search.NoteText.Passage;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an old note says.
 *
 * @param writtenOn the day that the other product has
 * @param author as the other product has it; empty if that is not known
 * @param source the product that it was imported from, as shown
 * @param title empty if it has none
 * @param isInError whether it was entered in error
 */
public record OldNoteText(
        OldNoteId id,
        PatientId patient,
        LocalDate writtenOn,
        String author,
        String source,
        String title,
        String text,
        boolean isInError) {
    /** Returns the texts that are searched, none empty. */
    List<Passage> passages() {
        return Stream.of(new Passage("Title", title), new Passage("Text", text))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }
}
