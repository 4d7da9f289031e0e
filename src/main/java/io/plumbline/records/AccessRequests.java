package io.plumbline.records;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccessRequests extends Repository<AccessRequest, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    AccessRequest saveAndFlush(AccessRequest request);

    Optional<AccessRequest> findById(UUID id);
}
