package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientConsents extends Repository<PatientConsent, UUID> {
    /** Flushes at once, so that whoever saves learns of a second consent of the kind. */
    PatientConsent saveAndFlush(PatientConsent consent);

    Optional<PatientConsent> findById(UUID id);

    List<PatientConsent> findByCurrentKeyIn(Collection<String> keys);

    /** Finds what a consent replaced: more than one only where records were merged. */
    List<PatientConsent> findByReplacedBy(UUID replacedBy);

    /**
     * Counts the withdrawals on some records after which none was given: on the same record, or later on another.
     *
     * @param keys those of the kind in force on these records
     */
    @Query("""
            select count(c) from PatientConsent c
            where c.patientId in :records and c.kind = :kind and c.withdrawnOn is not null and c.undoneAt is null
            and not exists (select 1 from PatientConsent f where f.currentKey in :keys
                and (f.patientId = c.patientId or f.recordedAt > c.withdrawalTakenAt))""")
    long countWithdrawn(Collection<PatientId> records, ConsentKind kind, Collection<String> keys);

    @Query("select count(c) > 0 from PatientConsent c where c.currentKey = :key")
    boolean isInForce(String key);
}
