package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the names of staff members for records that refer to them. */
@Component
public class StaffNameQuery {
    private final JdbcClient jdbc;

    StaffNameQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the display name of each staff member; the portal's own name for actions of the portal. Runs one SQL
     * statement.
     */
    public Map<StaffId, String> findNames(Collection<StaffId> some) {
        var names = new HashMap<StaffId, String>();
        some.forEach(staff -> names.put(staff, CurrentUser.SYSTEM.displayName()));
        jdbc.sql("select id, display_name from staff_account where id in (:some)")
                .param("some", some)
                .query((row, n) -> names.put(new StaffId(Ids.uuid(row.getBytes("id"))), row.getString("display_name")))
                .list();
        return names;
    }

    /**
     * A staff member.
     *
     * @param active whether the account is not deactivated
     */
    public record Named(String name, boolean active) {}

    /** Returns a staff member; under the portal's own name if there is no such account. Runs one SQL statement. */
    public Named find(StaffId staff) {
        return jdbc.sql("""
                select display_name as name, status <> 'SWITCHED_OFF' as active from staff_account where id = ?""")
                .param(staff)
                .query(Named.class)
                .optional()
                .orElseGet(() -> new Named(CurrentUser.SYSTEM.displayName(), false));
    }

    /**
     * Returns the staff who can sign in and have one of the roles at one of the clinics, by name. Runs one SQL
     * statement.
     */
    public Map<StaffId, String> findNamesAt(Collection<ClinicId> clinics, Collection<Role> roles) {
        var names = new LinkedHashMap<StaffId, String>();
        if (!clinics.isEmpty()) {
            jdbc.sql("""
                    select distinct s.id, s.display_name, s.roles, c.without_roles from staff_account_clinic c
                    join staff_account s on s.id = c.staff_id
                    where c.clinic_id in (:clinics) and s.status = 'ACTIVE' order by s.display_name, s.id""").param("clinics", clinics).query(row -> {
                var elsewhere = RolesColumn.roles(row.getString("without_roles"));
                if (RolesColumn.roles(row.getString("roles")).stream()
                        .anyMatch(role -> roles.contains(role) && !elsewhere.contains(role))) {
                    names.put(new StaffId(Ids.uuid(row.getBytes("id"))), row.getString("display_name"));
                }
            });
        }
        return names;
    }
}
