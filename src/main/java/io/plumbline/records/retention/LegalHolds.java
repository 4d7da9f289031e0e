package io.plumbline.records.retention;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LegalHolds extends Repository<LegalHold, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    LegalHold saveAndFlush(LegalHold hold);

    Optional<LegalHold> findById(UUID id);
}
