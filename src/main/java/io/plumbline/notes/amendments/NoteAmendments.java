package io.plumbline.notes.amendments;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoteAmendments extends Repository<NoteAmendment, UUID> {
    NoteAmendment save(NoteAmendment amendment);

    /**
     * Returns the amendments of a note, in the order in which they were signed; and if it is a copy, the one that says
     * why the note in the wrong record does not count.
     */
    @Query("select a from NoteAmendment a where a.noteId = :note or a.copyId = :note order by a.signedAt, a.id")
    List<NoteAmendment> about(UUID note);

    @Query("select a from NoteAmendment a where a.id > :last order by a.id")
    List<NoteAmendment> after(UUID last, Limit limit);
}
