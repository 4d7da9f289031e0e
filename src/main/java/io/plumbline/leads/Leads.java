package io.plumbline.leads;

import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface Leads extends Repository<Lead, UUID> {
    Lead save(Lead lead);

    Lead saveAndFlush(Lead lead);

    Optional<Lead> findById(UUID id);

    /**
     * Locks the row of a lead without changing it. Otherwise two calls logged at once would each hold a lock on the
     * lead through the foreign key of their new row, and block each other.
     */
    @Modifying
    @Query("update Lead l set l.progress.status = l.progress.status where l.id = :id")
    void lock(UUID id);

    // an import receives many leads at once: each question would write those before it, one by one
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query("select l.id from Lead l where l.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);

    @Query("select l.operationId from Lead l where l.operationId in :operations")
    Set<UUID> knownOf(Collection<UUID> operations);

    @Query("""
            select l from Lead l where l.progress.status = io.plumbline.leads.LeadStatus.NURTURE and l.progress.nextFollowUp.at <= :now
            order by l.progress.status, l.progress.nextFollowUp.at, l.id""")
    List<Lead> toWake(Instant now, Limit limit);

    /** Leads whose window has ended and that are not overdue; an overdue lead is called at any time. */
    @Query("""
            select l from Lead l where l.movesOnAt <= :now and l.progress.status <> io.plumbline.leads.LeadStatus.NURTURE
            order by l.movesOnAt, l.id""")
    List<Lead> withWindowOver(Instant now, Limit limit);

    /** Leaves the version unchanged: this is not an edit, and people who have the lead open can still save. */
    @Modifying
    @Query("""
            update Lead l set l.progress.nextFollowUp.at = :at, l.progress.nextFollowUp.windowEndsAt = :ends,
                l.progress.nextFollowUp.writeFirst = :writeFirst
            where l.id = :id and l.progress.nextFollowUp.windowEndsAt = :before""")
    int moveOn(UUID id, Instant before, Instant at, Instant ends, boolean writeFirst);

    @Query("select distinct l from Lead l left join fetch l.log.attempts where l.id in :ids")
    List<Lead> withCalls(Collection<UUID> ids);

    /**
     * Leaves the version unchanged, as {@link #moveOn} does; changes nothing if the follow-up changed in the meantime.
     */
    default int recalculate(UUID id, Instant at, Instant overdueAt, NextFollowUp next) {
        return recalculate(id, at, overdueAt, next.at(), next.windowEndsAt(), next.overdueAt(), next.writeFirst());
    }

    @Modifying
    @Query("""
            update Lead l set l.progress.nextFollowUp.at = :at, l.progress.nextFollowUp.windowEndsAt = :ends,
                l.progress.nextFollowUp.overdueAt = :overdueAt, l.progress.nextFollowUp.writeFirst = :writeFirst
            where l.id = :id and l.progress.nextFollowUp.at = :atBefore and l.progress.nextFollowUp.overdueAt = :overdueBefore""")
    int recalculate(
            UUID id,
            Instant atBefore,
            Instant overdueBefore,
            Instant at,
            Instant ends,
            Instant overdueAt,
            boolean writeFirst);

    @Query("select l.id from Lead l where l.claim.by = :staff and l.claim.until > :now")
    List<UUID> claimedBy(StaffId staff, Instant now);
}
