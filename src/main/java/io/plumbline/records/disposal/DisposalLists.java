package io.plumbline.records.disposal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DisposalLists extends Repository<DisposalList, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    DisposalList saveAndFlush(DisposalList list);

    Optional<DisposalList> findById(UUID id);
}
