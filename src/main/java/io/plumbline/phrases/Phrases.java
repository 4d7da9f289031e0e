package io.plumbline.phrases;

import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Phrases extends Repository<Phrase, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version or of a code that is taken. */
    Phrase saveAndFlush(Phrase phrase);

    void delete(Phrase phrase);

    Optional<Phrase> findById(UUID id);

    @Query("select phrase.id from Phrase phrase where phrase.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);

    /** Returns what is offered to a clinician: their own phrases and those of the clinics. */
    @Query("from Phrase where offeredAs is not null and (owner = :staff or owner is null) order by code, id")
    List<Phrase> findOffered(StaffId staff, Limit limit);

    /** Returns the retired phrases of a clinician and of the clinics, by code. */
    @Query("from Phrase where offeredAs is null and (owner = :staff or owner is null) order by code, id")
    List<Phrase> findRetired(StaffId staff, Limit limit);
}
