package io.plumbline.notes.amendments;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoteAmendments extends Repository<NoteAmendment, UUID> {
    NoteAmendment save(NoteAmendment amendment);

    /**
     * Returns the amendments of some notes, in the order in which they were signed; and of those that are copies, what
     * says why the note in the wrong record does not count.
     */
    @Query("select a from NoteAmendment a where a.noteId in :notes or a.copyId in :notes order by a.signedAt, a.id")
    List<NoteAmendment> about(Collection<UUID> notes);

    @Query("select a from NoteAmendment a where a.id > :last order by a.id")
    List<NoteAmendment> after(UUID last, Limit limit);
}
