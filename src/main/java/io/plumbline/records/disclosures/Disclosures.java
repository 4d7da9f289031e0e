package io.plumbline.records.disclosures;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Disclosures extends Repository<Disclosure, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    Disclosure saveAndFlush(Disclosure disclosure);

    Optional<Disclosure> findById(UUID id);
}
