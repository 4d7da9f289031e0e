package io.plumbline.patients.attachments;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientAttachments extends Repository<PatientAttachment, UUID> {
    /** Flushes at once, so that whoever saves learns of the same content added by another. */
    PatientAttachment saveAndFlush(PatientAttachment attachment);

    Optional<PatientAttachment> findById(UUID id);

    @Query("select a.id from PatientAttachment a where a.storedAs = :name")
    Optional<UUID> findByStoredAs(String name);

    @Query("select count(a) > 0 from PatientAttachment a where a.currentKey = :key")
    boolean isOnRecord(String key);
}
