package io.plumbline.access.accounts;

import io.plumbline.access.RolesColumn;
import io.plumbline.access.Workplace;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
        var byAccount = new LinkedHashMap<StaffId, List<RoleToConfirm>>();
        jdbc.sql("""
                select w.id, w.version, w.display_name, w.pending_roles, c.clinic_id, c.without_roles, c.waiting_roles,
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
                .query((row, n) -> byAccount.merge(
                        new StaffId(Ids.uuid(row.getBytes("id"))), asked(row), RoleConfirmationService::together))
                .list();
        return byAccount.values().stream()
                .flatMap(List::stream)
                // a clinical role at clinics without a manager is not for managers of other clinics
                .filter(asked ->
                        asked.role() == Role.MANAGER || asked.clinics().stream().anyMatch(mine::contains))
                .filter(asked -> maySay(asked.account(), asked.clinics()))
                .toList();
    }

    private static List<RoleToConfirm> asked(ResultSet row) throws SQLException {
        var asked = new ArrayList<RoleToConfirm>();
        var clinic = row.getBytes("clinic_id");
        var elsewhere = clinic == null ? Set.<Role>of() : RolesColumn.roles(row.getString("without_roles"));
        for (var role : RolesColumn.roles(row.getString("pending_roles"))) {
            if (!elsewhere.contains(role)) {
                asked.add(asked(row, role, clinic, false));
            }
        }
        if (clinic != null) {
            for (var role : RolesColumn.roles(row.getString("waiting_roles"))) {
                asked.add(asked(row, role, clinic, true));
            }
        }
        return asked;
    }

    private static RoleToConfirm asked(ResultSet row, Role role, byte @Nullable [] clinic, boolean isExtended)
            throws SQLException {
        return new RoleToConfirm(
                new StaffId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                row.getString("display_name"),
                role,
                clinic == null ? Set.of() : Set.of(new ClinicId(Ids.uuid(clinic))),
                row.getString("asked_by"),
                row.getBoolean("is_again") && !isExtended,
                row.getBoolean("is_factor_reset") && !isExtended);
    }

    private static List<RoleToConfirm> together(List<RoleToConfirm> some, List<RoleToConfirm> atAnother) {
        var byRole = new LinkedHashMap<Role, RoleToConfirm>();
        Stream.of(some, atAnother)
                .flatMap(List::stream)
                .forEach(asked -> byRole.merge(asked.role(), asked, RoleToConfirm::together));
        return List.copyOf(byRole.values());
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
                select w.id, w.display_name, w.roles, w.pending_roles, w.created_at, n.reset_at,
                    coalesce(b.display_name, 'Plumbline') as made_by
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
                .query((row, n) -> new NewColleague(
                        new StaffId(Ids.uuid(row.getBytes("id"))),
                        row.getString("display_name"),
                        together(row.getString("roles"), row.getString("pending_roles")),
                        Utc.in(row, "created_at"),
                        row.getString("made_by"),
                        row.getObject("reset_at") == null ? null : Utc.in(row, "reset_at")))
                .list();
    }

    private static Set<Role> together(String roles, String pending) {
        var all = new HashSet<>(RolesColumn.roles(roles));
        all.addAll(RolesColumn.roles(pending));
        return Set.copyOf(all);
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
