package io.plumbline.patients.file;

import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.ids.PatientId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientConsents extends Repository<PatientConsent, UUID> {
    /** Flushes at once, so that the caller of the save learns of a second consent of the kind. */
    PatientConsent saveAndFlush(PatientConsent consent);

    Optional<PatientConsent> findById(UUID id);

    @Query("""
            select count(c) from PatientConsent c
            where c.patientId = :patient and c.kind = :kind and c.withdrawnOn is not null and c.undoneAt is null""")
    long countWithdrawn(PatientId patient, ConsentKind kind);

    @Query("select count(c) > 0 from PatientConsent c where c.currentKey = :key")
    boolean isInForce(String key);
}
