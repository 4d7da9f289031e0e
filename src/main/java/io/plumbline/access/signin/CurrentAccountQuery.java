package io.plumbline.access.signin;

import io.plumbline.access.RolesColumn;
import io.plumbline.access.Workplace;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Reads the current state of accounts that are signed in, whichever node changed them. */
@Component
public class CurrentAccountQuery {
    private final JdbcClient jdbc;

    /** Uses the timeout of a transaction without opening one, which would cost extra round trips to the database. */
    CurrentAccountQuery(
            DataSource store, @Value("${spring.transaction.default-timeout:#{null}}") @Nullable Duration longest) {
        var bounded = new JdbcTemplate(store);
        if (longest != null) {
            bounded.setQueryTimeout((int) longest.toSeconds());
        }
        jdbc = JdbcClient.create(bounded);
    }

    /**
     * The current state of an account that may sign in.
     *
     * @param places the clinics, and which roles do not hold there
     * @param passwordSetAt when its password was chosen, or null if none was chosen
     * @param sessions those of the sessions asked for that are running
     */
    public record Now(
            Set<Role> roles,
            Set<Workplace> places,
            @Nullable Instant passwordSetAt,
            Set<StaffSessionId> sessions) {
        /** Returns whether the roles, and the clinics of each, are still those of the sign-in. */
        public boolean isAs(CurrentUser user) {
            var clinics = places.stream().map(Workplace::clinic).collect(Collectors.toSet());
            return user.equals(user.with(roles, clinics, Workplace.limits(roles, places)));
        }

        /** Returns whether a sign-in is still valid: same roles, clinics and password, and its session not signed out. */
        public boolean isAs(Authentication signedIn, StaffSessionId session) {
            return sessions.contains(session)
                    && signedIn.getPrincipal() instanceof CurrentUser user
                    && isAs(user)
                    && signedIn.getDetails() instanceof SignInDetails details
                    && new PasswordInUse(passwordSetAt).equals(details.password());
        }
    }

    /** Returns those of some sign-ins whose account is unchanged and whose session was not signed out, by one statement. */
    public Set<StaffSessionId> findSame(Map<StaffSessionId, Authentication> signedIn) {
        var staff = new HashMap<StaffSessionId, StaffId>();
        signedIn.forEach((session, one) -> {
            if (one.getPrincipal() instanceof CurrentUser user) {
                staff.put(session, user.staff());
            }
        });
        if (staff.isEmpty()) {
            return Set.of();
        }
        var current = findCurrent(Set.copyOf(staff.values()), staff.keySet());
        var same = new HashSet<StaffSessionId>();
        staff.forEach((session, account) -> {
            var now = current.get(account);
            var one = signedIn.get(session);
            if (now != null && one != null && now.isAs(one, session)) {
                same.add(session);
            }
        });
        return same;
    }

    /**
     * Returns the current state of those accounts that may sign in and have one of these sessions running. Runs one SQL
     * statement.
     */
    public Map<StaffId, Now> findCurrent(Collection<StaffId> some, Collection<StaffSessionId> sessions) {
        var found = new HashMap<StaffId, Now>();
        jdbc.sql("""
                select a.id, a.roles, a.password_set_at, c.clinic_id, c.without_roles, s.id as session_id
                from staff_account a join staff_session s on s.staff_id = a.id and s.id in (:sessions)
                    left join staff_account_clinic c on c.staff_id = a.id
                where a.id in (:some) and a.status = 'ACTIVE'""")
                .param("some", Ids.bytes(some, StaffId::value))
                .param("sessions", Ids.bytes(sessions, StaffSessionId::value))
                .query(row -> {
                    var id = new StaffId(Ids.uuid(row.getBytes("id")));
                    var now = found.get(id);
                    if (now == null) {
                        now = new Now(
                                RolesColumn.roles(row.getString("roles")),
                                new HashSet<>(),
                                row.getObject("password_set_at") == null ? null : Utc.in(row, "password_set_at"),
                                new HashSet<>());
                        found.put(id, now);
                    }
                    now.sessions().add(new StaffSessionId(Ids.uuid(row.getBytes("session_id"))));
                    var clinic = row.getBytes("clinic_id");
                    if (clinic != null) {
                        now.places()
                                .add(new Workplace(
                                        new ClinicId(Ids.uuid(clinic)),
                                        RolesColumn.roles(row.getString("without_roles")),
                                        Set.of()));
                    }
                });
        return found;
    }
}
