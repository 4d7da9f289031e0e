package io.plumbline.practitioners;

import io.plumbline.access.Workplace;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the accounts of practitioners, and the accounts that are not in the directory yet. */
@Component
class LinkableAccountQuery {
    private static final int MOST_ACCOUNTS = 200;

    private final JdbcClient jdbc;

    LinkableAccountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the name of the account under an id; empty if there is none. */
    Optional<String> accountOf(StaffId staff) {
        return jdbc.sql("select display_name from staff_account where id = ?")
                .param(staff)
                .query(String.class)
                .optional();
    }

    /** Returns accounts of clinicians at one of some clinics who are not in the directory, by name. */
    List<LinkableAccount> linkable(Collection<ClinicId> clinics) {
        return clinics.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select a.id as staff_id, a.display_name as name from staff_account a
                        where a.status <> 'SWITCHED_OFF'
                        and exists (select 1 from staff_account_clinic w
                            where w.staff_id = a.id and w.clinic_id in (:clinics) and %s)
                        and not exists (select 1 from practitioner p where p.id = a.id)
                        order by a.display_name, a.id limit :most""".formatted(Workplace.holds("a", "w", Role.CHIROPRACTOR, Role.THERAPIST)))
                        .param("clinics", clinics)
                        .param("most", MOST_ACCOUNTS)
                        .query(LinkableAccount.class)
                        .list();
    }
}
