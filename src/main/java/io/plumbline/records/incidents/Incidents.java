package io.plumbline.records.incidents;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Incidents extends Repository<Incident, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    Incident saveAndFlush(Incident incident);

    Optional<Incident> findById(UUID id);
}
