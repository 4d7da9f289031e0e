package io.plumbline.access;

import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is there to be asked for the word of a manager. */
@Component
class Managers {
    private final JdbcClient jdbc;

    Managers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody else works as a manager, at whatever clinic. */
    boolean areThereOthers(StaffId than) {
        return jdbc.sql("""
                        select 1 from staff_account a
                        where a.id <> ? and a.status = 'ACTIVE' and a.roles like '%MANAGER%' limit 1""")
                .param(Ids.bytes(than.value()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether somebody else works as a manager at one of the clinics at which a person works. */
    boolean areThereOthersAtClinicsOf(StaffId person) {
        return jdbc.sql("""
                        select 1 from staff_account_clinic own
                        join staff_account_clinic c on c.clinic_id = own.clinic_id and c.staff_id <> own.staff_id
                        join staff_account a on a.id = c.staff_id
                        where own.staff_id = ? and a.status = 'ACTIVE' and a.roles like '%MANAGER%' limit 1""")
                .param(Ids.bytes(person.value()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
