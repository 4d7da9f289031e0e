package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clinical roles that an administrator granted and a manager of one of the person's clinics confirms: until then they
 * give no permission. A password that was chosen by a one-time link makes them wait again. Nobody confirms their own, unless their clinics have no other manager.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ROLE_CONFIRM)
public class RoleConfirmationService {
    private static final int MOST = 200;

    private final StaffAccounts accounts;
    private final JdbcClient jdbc;

    RoleConfirmationService(StaffAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** What waits for the caller, of people who have chosen a password, the longest wait first; one statement. */
    public List<RoleToConfirm> waiting() {
        var mine = Caller.current().clinics();
        if (mine.isEmpty()) {
            return List.of();
        }
        var byAccount = new LinkedHashMap<StaffId, List<RoleToConfirm>>();
        jdbc.sql("""
                select w.id, w.version, w.display_name, w.pending_roles, c.clinic_id,
                    coalesce(b.display_name, 'Plumbline') as asked_by,
                    case when w.pending_since = w.password_set_at and b.id is not null then 1 else 0 end as is_again
                from staff_account w
                join staff_account_clinic c on c.staff_id = w.id
                left join staff_account b on b.id = w.pending_by
                where w.pending_since is not null and w.status = 'ACTIVE' and c.clinic_id in (:mine)
                order by w.pending_since, w.id limit :most""")
                .param("mine", Ids.bytes(mine, ClinicId::value))
                .param("most", MOST)
                .query((row, n) -> byAccount.merge(
                        new StaffId(Ids.uuid(row.getBytes("id"))), asked(row), RoleConfirmationService::together))
                .list();
        return byAccount.values().stream()
                .flatMap(List::stream)
                .filter(asked -> maySay(asked.account(), asked.clinics()))
                .toList();
    }

    private static List<RoleToConfirm> asked(ResultSet row) throws SQLException {
        var asked = new ArrayList<RoleToConfirm>();
        for (var role : RolesColumn.roles(row.getString("pending_roles"))) {
            asked.add(new RoleToConfirm(
                    new StaffId(Ids.uuid(row.getBytes("id"))),
                    row.getLong("version"),
                    row.getString("display_name"),
                    role,
                    Set.of(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                    row.getString("asked_by"),
                    row.getBoolean("is_again")));
        }
        return asked;
    }

    private static List<RoleToConfirm> together(List<RoleToConfirm> some, List<RoleToConfirm> atAnother) {
        var clinics = new HashSet<>(some.getFirst().clinics());
        clinics.addAll(atAnother.getFirst().clinics());
        return some.stream()
                .map(r -> new RoleToConfirm(
                        r.account(), r.version(), r.displayName(), r.role(), clinics, r.askedBy(), r.isAgain()))
                .toList();
    }

    /** Lets a role work. */
    @Transactional
    public void confirm(StaffId account, long version, Role role) {
        decide(account, version, role, true);
    }

    /** Takes a role back that was granted. */
    @Transactional
    public void decline(StaffId account, long version, Role role) {
        decide(account, version, role, false);
    }

    private void decide(StaffId id, long version, Role role, boolean isConfirmed) {
        var caller = Caller.current();
        var account = accounts.findById(id.value())
                .filter(found -> caller.has(Role.SYSTEM) || found.worksAtOneOf(caller.clinics()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (account.version() != version) {
            throw new ObjectOptimisticLockingFailureException(StaffAccount.class, id);
        }
        if (!maySay(id, account.draft().clinics())) {
            throw new IllegalStateException("Another manager of your clinics confirms your own role");
        }
        account.decide(role, isConfirmed, caller.staff());
        accounts.save(account);
    }

    /** A small practice has one manager, who treats as well: the administrator is the second person then. */
    private boolean maySay(StaffId account, Set<ClinicId> clinics) {
        return !account.equals(Caller.current().staff())
                || jdbc.sql("""
                        select 1 from staff_account a join staff_account_clinic c on c.staff_id = a.id
                        where c.clinic_id in (:clinics) and a.id <> :me and a.status = 'ACTIVE'
                          and a.roles like '%MANAGER%' limit 1""")
                        .param("clinics", Ids.bytes(clinics, ClinicId::value))
                        .param("me", Ids.bytes(account.value()))
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }
}
