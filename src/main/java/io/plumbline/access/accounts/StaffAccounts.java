package io.plumbline.access.accounts;

import io.plumbline.access.Workplace;
import io.plumbline.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffAccounts extends Repository<StaffAccount, UUID> {
    /** A row of the account list, without its clinics. */
    record Basics(
            UUID id, String username, String displayName, Set<Role> roles, Set<Role> pending, AccountStatus status) {}

    /** A clinic at which an account works. */
    record Place(UUID staff, Workplace at) {}

    StaffAccount save(StaffAccount account);

    void flush();

    boolean existsByUsername(String username);

    Optional<StaffAccount> findById(UUID id);

    @EntityGraph(attributePaths = "granted.workplaces")
    Optional<StaffAccount> findByUsername(String username);

    @Query("""
            select new io.plumbline.access.accounts.StaffAccounts$Basics(
                a.id, a.username, a.displayName, a.granted.roles, a.granted.pendingRoles, a.status)
            from StaffAccount a where a.username > :after order by a.username""")
    List<Basics> after(String after, Limit limit);

    @Query("""
            select new io.plumbline.access.accounts.StaffAccounts$Place(a.id, w)
            from StaffAccount a join a.granted.workplaces w where a.id in :staff""")
    List<Place> workplaces(Collection<UUID> staff);

    @Query("""
            select count(a) from StaffAccount a where a.status = io.plumbline.access.accounts.AccountStatus.INVITED
            or a.granted.pendingSince is not null and a.status = io.plumbline.access.accounts.AccountStatus.ACTIVE""")
    long countWaiting();

    @Query("""
            select new io.plumbline.access.accounts.StaffAccounts$Basics(
                a.id, a.username, a.displayName, a.granted.roles, a.granted.pendingRoles, a.status)
            from StaffAccount a where a.status = io.plumbline.access.accounts.AccountStatus.INVITED
            or a.granted.pendingSince is not null and a.status = io.plumbline.access.accounts.AccountStatus.ACTIVE
            order by a.username""")
    List<Basics> waiting(Limit limit);

    @Query(
            "select distinct a.granted.roles from StaffAccount a where a.status <> io.plumbline.access.accounts.AccountStatus.SWITCHED_OFF")
    List<Set<Role>> rolesInUse();
}
