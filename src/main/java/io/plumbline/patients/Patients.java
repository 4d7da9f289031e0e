package io.plumbline.patients;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Patients extends Repository<Patient, UUID> {
    /** Flushes at once, since directory rows that refer to the patient follow by JDBC. */
    Patient saveAndFlush(Patient patient);

    /** Flushes at once, as {@link #saveAndFlush} does. */
    List<Patient> saveAllAndFlush(Iterable<Patient> patients);

    Optional<Patient> findById(UUID id);

    @Query("select p.id from Patient p where p.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
