package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Leads extends Repository<Lead, UUID> {
    Lead save(Lead lead);

    Lead saveAndFlush(Lead lead);

    Optional<Lead> findById(UUID id);

    /**
     * Changes nothing but locks the row: of two who log a call at once each would else hold the lead by the row of their
     * call, and wait for the other.
     */
    @Modifying
    @Query("update Lead l set l.standing.status = l.standing.status where l.id = :id")
    void lock(UUID id);

    @Query("select l.id from Lead l where l.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);

    @Query("select l.operationId from Lead l where l.operationId in :operations")
    List<UUID> knownOf(Collection<UUID> operations);

    @Query("""
            select l from Lead l where l.standing.status = io.plumbline.leads.LeadStatus.NURTURE and l.standing.nextTouch.at <= :now
            order by l.standing.status, l.standing.nextTouch.at, l.id""")
    List<Lead> toWake(Instant now, Limit limit);

    /** Those whose time for a call is over and that are not late; what is late is called whatever its time. */
    @Query("""
            select l from Lead l where l.movesOnAt <= :now and l.standing.status <> io.plumbline.leads.LeadStatus.NURTURE
            order by l.movesOnAt, l.id""")
    List<Lead> withWindowOver(Instant now, Limit limit);

    /** Leaves its version: nobody changed the lead, and who has it open goes on. */
    @Modifying
    @Query("""
            update Lead l set l.standing.nextTouch.at = :at, l.standing.nextTouch.windowEndsAt = :ends,
                l.standing.nextTouch.writeFirst = :writeFirst
            where l.id = :id and l.standing.nextTouch.windowEndsAt = :before""")
    int moveOn(UUID id, Instant before, Instant at, Instant ends, boolean writeFirst);

    @Query("select distinct l from Lead l left join fetch l.attempts where l.id in :ids")
    List<Lead> withCalls(Collection<UUID> ids);

    /** Leaves its version, as {@link #moveOn} does; nothing where somebody worked on the lead meanwhile. */
    default int countAnew(UUID id, Instant at, Instant overdueAt, NextTouch next) {
        return countAnew(id, at, overdueAt, next.at(), next.windowEndsAt(), next.overdueAt(), next.writeFirst());
    }

    @Modifying
    @Query("""
            update Lead l set l.standing.nextTouch.at = :at, l.standing.nextTouch.windowEndsAt = :ends,
                l.standing.nextTouch.overdueAt = :overdueAt, l.standing.nextTouch.writeFirst = :writeFirst
            where l.id = :id and l.standing.nextTouch.at = :atBefore and l.standing.nextTouch.overdueAt = :overdueBefore""")
    int countAnew(
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
