package io.plumbline.records;

import io.plumbline.shared.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessRequestQuery {
    private static final String ROWS = """
            select concat('P-', p.patient_number) patient_number, coalesce(s.display_name, '%1$s') registered_by,
                case when r.closed_at is not null then coalesce(c.display_name, '%1$s') end closed_by,
                (select group_concat(concat('P-', x.patient_number) order by x.patient_number separator ', ')
                 from patient_read_as o join patient_read_as m on m.read_as_id = o.read_as_id
                 join patient x on x.id = m.patient_id
                 where o.patient_id = r.patient_id and x.id <> r.patient_id) other_numbers, r.*
            from access_request r join patient p on p.id = r.patient_id
            left join staff_account s on s.id = r.registered_by left join staff_account c on c.id = r.closed_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    private final JdbcClient jdbc;

    AccessRequestQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open requests, those due first in front, and then the closed ones, newest first. */
    List<AccessRequestRow> find(int most) {
        return jdbc.sql(ROWS + """
                order by case when r.status = 'RECEIVED' then 0 else 1 end,
                    case when r.status = 'RECEIVED' then r.due_on end, r.closed_at desc, r.id
                limit :most""")
                .param("most", most)
                .query(AccessRequestRow.class)
                .list();
    }

    Optional<AccessRequestRow> find(AccessRequestId id) {
        return jdbc.sql(ROWS + "where r.id = :id")
                .param("id", id)
                .query(AccessRequestRow.class)
                .optional();
    }
}
