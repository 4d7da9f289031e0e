package io.plumbline.access.accounts;

import io.plumbline.access.Workplace;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms or declines roles that an administrator granted; until then the roles give no permissions. Clinical roles
 * need confirmation by a manager of one of the person's clinics, and so does the role of a manager if there is another
 * manager. If the new manager's clinics have no manager, any manager can confirm. A password chosen through a one-time
 * link makes these roles wait for confirmation again. Nobody confirms their own role, unless their clinics have no
 * other manager.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ROLE_CONFIRM)
public class RoleConfirmationService {
    private static final int MOST = 200;

    private static final Duration NEW = Duration.ofDays(14);

    private final StaffAccounts accounts;
    private final ManagerQuery managerQuery;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoleConfirmationService(StaffAccounts accounts, ManagerQuery managerQuery, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.managerQuery = managerQuery;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns the pending roles that the current user can confirm, for accounts with a password, longest wait first. Runs one
     * SQL statement.
     */
    public List<RoleToConfirm> waiting() {
        var mine = CurrentUser.current().clinics();
        if (mine.isEmpty()) {
            return List.of();
        }
        var byRole = new LinkedHashMap<List<Object>, RoleToConfirm>();
        jdbc
                .sql("""
                select w.id as account_id, w.version, w.display_name, w.pending_roles, c.clinic_id,
                    coalesce(c.without_roles, '') as without_roles, coalesce(c.waiting_roles, '') as waiting_roles,
                    coalesce(b.display_name, 'Plumbline') as asked_by,
                    case when w.pending_since = w.password_set_at and w.pending_roles <> '' and b.id is not null then 1 else 0 end as is_again,
                    case when n.reset_at = w.password_set_at then 1 else 0 end as is_factor_reset
                from staff_account w
                left join staff_account_clinic c on c.staff_id = w.id
                left join staff_account b on b.id = w.pending_by
                left join second_factor_need n on n.staff_id = w.id
                where w.pending_since is not null and w.status = 'ACTIVE' and (c.clinic_id in (:mine)
                    or w.pending_roles like '%MANAGER%' and not exists (
                        select 1 from staff_account_clinic own
                        join staff_account_clinic o on o.clinic_id = own.clinic_id and o.staff_id <> own.staff_id
                        join staff_account m on m.id = o.staff_id
                        where own.staff_id = w.id and own.without_roles not like '%MANAGER%'
                            and m.status = 'ACTIVE' and """ + Workplace.holds("m", "o", Role.MANAGER) + """
                ))
                order by w.pending_since, w.id limit :most""")
                .param("mine", mine)
                .param("most", MOST)
                .query(Waiting.class)
                .stream()
                .flatMap(Waiting::asked)
                .forEach(asked -> byRole.merge(List.of(asked.account(), asked.role()), asked, RoleToConfirm::together));
        return byRole.values().stream()
                // a clinical role at clinics without a manager is not for managers of other clinics
                .filter(asked ->
                        asked.role() == Role.MANAGER || asked.clinics().stream().anyMatch(mine::contains))
                .filter(asked -> maySay(asked.account(), asked.clinics()))
                .toList();
    }

    /**
     * An account with roles that wait, at one of its clinics.
     *
     * @param clinic null if the account has none
     * @param withoutRoles its roles that do not hold at the clinic
     * @param waitingRoles those of them that wait there
     */
    private record Waiting(
            StaffId account,
            long version,
            String displayName,
            Set<Role> pendingRoles,
            @Nullable ClinicId clinic,
            Set<Role> withoutRoles,
            Set<Role> waitingRoles,
            String askedBy,
            boolean isAgain,
            boolean isFactorReset) {
        Stream<RoleToConfirm> asked() {
            return Stream.concat(
                    pendingRoles.stream()
                            .filter(role -> !withoutRoles.contains(role))
                            .map(role -> asked(role, false)),
                    waitingRoles.stream().map(role -> asked(role, true)));
        }

        private RoleToConfirm asked(Role role, boolean isExtended) {
            return new RoleToConfirm(
                    account,
                    version,
                    displayName,
                    role,
                    clinic == null ? Set.of() : Set.of(clinic),
                    askedBy,
                    isAgain && !isExtended,
                    isFactorReset && !isExtended);
        }
    }

    /**
     * Returns the accounts at the current user's clinics that administrators created, or whose two-step sign-in a link for a
     * lost device removed, in the last fourteen days, so that a manager can report an unknown colleague or a device that
     * nobody lost. The lost devices are first, then the newest. Runs one SQL statement.
     */
    public List<NewColleague> newColleagues() {
        var mine = CurrentUser.current().clinics();
        if (mine.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select w.id as account_id, w.display_name, concat(w.roles, ',', w.pending_roles) as roles, w.created_at,
                    n.reset_at, coalesce(b.display_name, 'Plumbline') as made_by
                from staff_account w
                left join staff_account b on b.id = w.created_by
                left join second_factor_need n on n.staff_id = w.id and n.reset_at > :since and w.pending_since is null
                where (w.created_at > :since and b.id is not null or n.reset_at is not null) and w.id <> :me and exists (
                    select 1 from staff_account_clinic c where c.staff_id = w.id and c.clinic_id in (:mine))
                order by case when n.reset_at is null then 1 else 0 end, n.reset_at desc, w.created_at desc, w.id
                limit :most""")
                .param("since", clock.instant().minus(NEW))
                .param("me", CurrentUser.current().staff())
                .param("mine", mine)
                .param("most", MOST)
                .query(NewColleague.class)
                .list();
    }

    /** Confirms a pending role. */
    @Transactional
    public void confirm(StaffId account, long version, Role role) {
        decide(account, version, role, true);
    }

    /** Declines a pending role and removes it from the account. */
    @Transactional
    public void decline(StaffId account, long version, Role role) {
        decide(account, version, role, false);
    }

    private void decide(StaffId id, long version, Role role, boolean isConfirmed) {
        var user = CurrentUser.current();
        var account = accounts.findById(id.value())
                .filter(found -> user.has(Role.SYSTEM)
                        || found.clinics().stream().anyMatch(user.clinics()::contains)
                        || role == Role.MANAGER && !managerQuery.areThereOthersAtClinicsOf(id))
                .orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(account.version() == version, StaffAccount.class, id);
        var at = account.waitsAt(role);
        if (!maySay(id, at)) {
            throw new Refused("Only another manager of your clinics can confirm your role");
        }
        if (role.isClinical() && !at.isEmpty() && !user.has(Role.SYSTEM) && Collections.disjoint(at, user.clinics())) {
            throw new Refused("Only a manager of the clinic of this role can confirm it");
        }
        account.decide(
                role, clinic -> user.has(Role.SYSTEM) || user.clinics().contains(clinic), isConfirmed, user.staff());
        accounts.save(account);
    }

    /** In a small practice, the only manager may also treat patients; the administrator is then the second person. */
    private boolean maySay(StaffId account, Set<ClinicId> clinics) {
        return !account.equals(CurrentUser.current().staff())
                || clinics.isEmpty()
                || jdbc.sql("""
                        select 1 from staff_account a join staff_account_clinic c on c.staff_id = a.id
                        where c.clinic_id in (:clinics) and a.id <> :me and a.status = 'ACTIVE'
                          and %s limit 1""".formatted(Workplace.holds("a", "c", Role.MANAGER)))
                        .param("clinics", clinics)
                        .param("me", account)
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }
}
