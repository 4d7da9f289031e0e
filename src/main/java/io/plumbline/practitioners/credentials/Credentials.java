package io.plumbline.practitioners.credentials;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Credentials extends Repository<Credential, UUID> {
    Credential save(Credential credential);

    Optional<Credential> findById(UUID id);

    @Query("select c.id from Credential c where c.operation = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
