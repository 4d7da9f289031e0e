package io.plumbline.patients;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientConsents extends Repository<PatientConsent, UUID> {
    /** Written at once, so that a second one of a kind is told to who takes it. */
    PatientConsent saveAndFlush(PatientConsent consent);

    Optional<PatientConsent> findById(UUID id);

    @Query("select count(c) > 0 from PatientConsent c where c.currentKey = :key")
    boolean isInForce(String key);
}
