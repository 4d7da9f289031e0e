package io.plumbline.referrals;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Contacts extends Repository<Contact, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    Contact saveAndFlush(Contact contact);

    Optional<Contact> findById(UUID id);

    @Query("select c.id from Contact c where c.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
