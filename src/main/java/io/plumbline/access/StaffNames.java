package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of colleagues, for who reads a record that names them. */
@Component
public class StaffNames {
    private final JdbcClient jdbc;

    StaffNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of each of some people; the portal's own where the portal did it. One statement. */
    public Map<StaffId, String> of(Collection<StaffId> some) {
        var names = new HashMap<StaffId, String>();
        some.forEach(staff -> names.put(staff, Caller.SYSTEM.displayName()));
        jdbc.sql("select id, display_name from staff_account where id in (:some)")
                .param("some", Ids.bytes(some, StaffId::value))
                .query((row, n) -> names.put(new StaffId(Ids.uuid(row.getBytes("id"))), row.getString("display_name")))
                .list();
        return names;
    }

    /** Who works at one of some clinics in one of some roles and can sign in, by name. One statement. */
    public Map<StaffId, String> at(Collection<ClinicId> clinics, Collection<Role> roles) {
        var names = new LinkedHashMap<StaffId, String>();
        if (!clinics.isEmpty()) {
            jdbc.sql("""
                    select distinct s.id, s.display_name, s.roles from staff_account_clinic c
                    join staff_account s on s.id = c.staff_id
                    where c.clinic_id in (:clinics) and s.status = 'ACTIVE' order by s.display_name, s.id""").param("clinics", Ids.bytes(clinics, ClinicId::value)).query(row -> {
                if (RolesColumn.roles(row.getString("roles")).stream().anyMatch(roles::contains)) {
                    names.put(new StaffId(Ids.uuid(row.getBytes("id"))), row.getString("display_name"));
                }
            });
        }
        return names;
    }
}
