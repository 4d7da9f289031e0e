package io.plumbline.reactions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AdverseReactions extends Repository<AdverseReaction, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    AdverseReaction saveAndFlush(AdverseReaction reaction);

    Optional<AdverseReaction> findById(UUID id);

    /** Locks the row without changing it, before an entry is added that refers to it. */
    @Modifying
    @Query("update AdverseReaction r set r.outcome = r.outcome where r.id = :id")
    void lock(UUID id);

    @Query("select r.id from AdverseReaction r where r.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
