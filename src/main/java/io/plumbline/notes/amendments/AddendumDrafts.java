package io.plumbline.notes.amendments;

import io.plumbline.shared.ids.StaffId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AddendumDrafts extends Repository<AddendumDraft, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    AddendumDraft saveAndFlush(AddendumDraft draft);

    Optional<AddendumDraft> findByNoteIdAndAuthorId(UUID note, StaffId author);

    void delete(AddendumDraft draft);
}
