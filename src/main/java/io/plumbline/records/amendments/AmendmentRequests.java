package io.plumbline.records.amendments;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AmendmentRequests extends Repository<AmendmentRequest, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    AmendmentRequest saveAndFlush(AmendmentRequest request);

    Optional<AmendmentRequest> findById(UUID id);
}
