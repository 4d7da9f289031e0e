package io.plumbline.access.accounts;

import io.plumbline.access.Workplace;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks whether another manager exists who can confirm a role. */
@Component
class ManagerQuery {
    private final JdbcClient jdbc;

    ManagerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether another manager is active, at any clinic. */
    boolean areThereOthers(StaffId than) {
        return jdbc.sql("""
                        select 1 from staff_account a
                        where a.id <> ? and a.status = 'ACTIVE' and a.roles like '%MANAGER%' limit 1""").param(than).query(Integer.class).optional().isPresent();
    }

    /** Returns whether another manager is active at one of the clinics at which the person is one. */
    boolean areThereOthersAtClinicsOf(StaffId person) {
        return jdbc.sql("""
                        select 1 from staff_account_clinic own
                        join staff_account_clinic c on c.clinic_id = own.clinic_id and c.staff_id <> own.staff_id
                        join staff_account a on a.id = c.staff_id
                        where own.staff_id = ? and own.without_roles not like '%%MANAGER%%'
                          and a.status = 'ACTIVE' and %s limit 1""".formatted(Workplace.holds("a", "c", Role.MANAGER)))
                .param(person)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
