package io.plumbline.patients;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientAlerts extends Repository<PatientAlert, UUID> {
    /** Written at once, so that one which was added meanwhile is told to who adds it again. */
    PatientAlert saveAndFlush(PatientAlert alert);

    Optional<PatientAlert> findById(UUID id);

    @Query("select a.id from PatientAlert a where a.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
