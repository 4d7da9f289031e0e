package io.plumbline.notes.search;

import io.plumbline.shared.ids.OldNoteId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Implemented by {@code imports}: what old notes say. Whoever calls it checks who may read them. */
public interface OldNoteTexts {
    /**
     * Returns old notes of which a part is shown; ids without one are left out. From then on they count as opened, so
     * that they stay if their import is undone. Needs a transaction that writes.
     */
    List<OldNoteText> show(Collection<OldNoteId> ids);

    /**
     * Returns what an old note says, for its words, and keeps it from being removed until the transaction ends; empty
     * if it was removed.
     */
    Optional<OldNoteText> lock(OldNoteId id);

    /** Returns the ids after one, in their order. */
    List<UUID> findAfter(UUID last, int most);
}
