package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the store says now of people who signed in a while ago, on whatever node it was changed. */
@Component
public class AccountsNow {
    private final JdbcClient jdbc;

    /** Bounded as a transaction is where somebody waits, and without the trips to the store that one takes. */
    AccountsNow(DataSource store, @Value("${spring.transaction.default-timeout:#{null}}") @Nullable Duration longest) {
        var bounded = new JdbcTemplate(store);
        if (longest != null) {
            bounded.setQueryTimeout((int) longest.toSeconds());
        }
        jdbc = JdbcClient.create(bounded);
    }

    /**
     * An account that may sign in.
     *
     * @param passwordSetAt when its password was chosen, or null where nobody chose one
     */
    public record Now(
            Set<Role> roles,
            Set<ClinicId> clinics,
            @Nullable Instant passwordSetAt) {
        /** Whether somebody may still do what they could when they signed in. */
        public boolean isAs(Caller caller) {
            return roles.equals(caller.roles()) && clinics.equals(caller.clinics());
        }

        /** Whether a sign-in still counts: the same roles and clinics, and the password that it was done with. */
        public boolean isAs(Authentication signedIn) {
            return signedIn.getPrincipal() instanceof Caller caller
                    && isAs(caller)
                    && new PasswordInUse(passwordSetAt).equals(signedIn.getDetails());
        }
    }

    /** Whether the account of a sign-in is what it was then. One statement, by keys. */
    public boolean isStill(Authentication signedIn) {
        if (!(signedIn.getPrincipal() instanceof Caller caller)) {
            return false;
        }
        var now = of(Set.of(caller.staff())).get(caller.staff());
        return now != null && now.isAs(signedIn);
    }

    /** Those of some accounts that may sign in. One statement. */
    public Map<StaffId, Now> of(Collection<StaffId> some) {
        var found = new HashMap<StaffId, Now>();
        jdbc.sql("""
                select a.id, a.roles, a.password_set_at, c.clinic_id
                from staff_account a left join staff_account_clinic c on c.staff_id = a.id
                where a.id in (:some) and a.status = 'ACTIVE'""").param("some", Ids.bytes(some, StaffId::value)).query(row -> {
            var id = new StaffId(Ids.uuid(row.getBytes("id")));
            var now = found.get(id);
            if (now == null) {
                now = new Now(
                        RolesColumn.roles(row.getString("roles")),
                        new HashSet<>(),
                        row.getObject("password_set_at") == null ? null : Utc.in(row, "password_set_at"));
                found.put(id, now);
            }
            var clinic = row.getBytes("clinic_id");
            if (clinic != null) {
                now.clinics().add(new ClinicId(Ids.uuid(clinic)));
            }
        });
        return found;
    }
}
