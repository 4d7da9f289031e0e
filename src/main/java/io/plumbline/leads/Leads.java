package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Leads extends Repository<Lead, UUID> {
    Lead save(Lead lead);

    Optional<Lead> findById(UUID id);

    /**
     * Changes nothing but locks the row: of two who log a call at once each would else hold the lead by the row of their
     * call, and wait for the other.
     */
    @Modifying
    @Query("update Lead l set l.status = l.status where l.id = :id")
    void lock(UUID id);

    @Query("select l.id from Lead l where l.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);

    @Query("""
            select l from Lead l where l.status = io.plumbline.leads.LeadStatus.NURTURE and l.nextTouchAt <= :now
            order by l.status, l.nextTouchAt, l.id""")
    List<Lead> toWake(Instant now, Limit limit);

    @Query("select l from Lead l where l.claimedBy = :staff and l.claimedUntil > :now")
    List<Lead> claimedBy(StaffId staff, Instant now);
}
