package io.plumbline.patients.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientAlerts extends Repository<PatientAlert, UUID> {
    /** Flushes at once, so that whoever saves learns of an alert that was added in the meantime. */
    PatientAlert saveAndFlush(PatientAlert alert);

    Optional<PatientAlert> findById(UUID id);

    @Query("select a.id from PatientAlert a where a.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
