package io.plumbline.referrals;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Referrals extends Repository<Referral, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    Referral saveAndFlush(Referral referral);

    Optional<Referral> findById(UUID id);

    /**
     * Locks the row without changing it. Without this lock, two concurrent steps would each hold the referral through
     * the row of their step, and deadlock.
     */
    @Modifying
    @Query("update Referral r set r.status = r.status where r.id = :id")
    void lock(UUID id);

    @Query("""
            select count(r) from Referral r
            where r.patientId in :records and r.status = io.plumbline.referrals.ReferralStatus.ACTIVE""")
    int countOpen(Collection<PatientId> records);

    /** Returns when the last of the referrals that follow from a record and stand was written; empty if none does. */
    @Query("""
            select max(r.askedAt) from Referral r
            where r.sourceKind = :kind and r.sourceId = :source
              and r.status <> io.plumbline.referrals.ReferralStatus.ENTERED_IN_ERROR""")
    Optional<Instant> lastWrittenFrom(ReferralSource.Kind kind, UUID source);

    @Query("select r.id from Referral r where r.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);
}
