package io.plumbline.notes.search;

import io.plumbline.shared.ids.NoteId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The words of notes that were put into the store past the portal. */
public final class GeneratedNoteWords {
    private static final int NOTES_AT_ONCE = 100;

    private final NoteTextQuery texts;
    private final NoteWordStore words;
    private final TransactionTemplate transaction;

    public GeneratedNoteWords(ApplicationContext portal) {
        texts = portal.getBean(NoteTextQuery.class);
        words = portal.getBean(NoteWordStore.class);
        transaction = portal.getBean(TransactionTemplate.class);
    }

    /** Stores the words of these notes. */
    public void store(List<NoteId> notes) {
        var ids = notes.stream().map(NoteId::value).toList();
        for (int from = 0; from < ids.size(); from += NOTES_AT_ONCE) {
            var some = ids.subList(from, Math.min(from + NOTES_AT_ONCE, ids.size()));
            transaction.executeWithoutResult(status -> {
                var found = texts.find(some);
                some.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .forEach(note -> words.add(note.key(), note.words()));
            });
        }
    }
}
