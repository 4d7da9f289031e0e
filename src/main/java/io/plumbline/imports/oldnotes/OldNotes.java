package io.plumbline.imports.oldnotes;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OldNotes extends Repository<OldNote, UUID> {
    /** Flushes at once, so that whoever saves learns of a change by a colleague. */
    OldNote saveAndFlush(OldNote note);

    Optional<OldNote> findById(UUID id);

    void delete(OldNote note);

    void flush();
}
