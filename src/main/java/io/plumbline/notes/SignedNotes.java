package io.plumbline.notes;

import io.plumbline.schedule.SignedVisits;
import io.plumbline.shared.Ids;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells {@code schedule}, which lies to the left, which visits have a note that is more than a draft. */
@Component
class SignedNotes implements SignedVisits {
    private final JdbcClient jdbc;

    SignedNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isSigned(UUID appointment) {
        // a note that was begun for a planned visit knows its appointment by the plan alone
        return jdbc.sql("""
                        select (select count(*) from session_note
                                where appointment_id = :appointment and status <> 'DRAFT')
                            + (select count(*) from planned_visit v join session_note n on n.planned_visit_or_self = v.id
                                where v.appointment_id = :appointment and n.status <> 'DRAFT'
                                    and n.treated_on >= v.booked_on)""")
                        .param("appointment", Ids.bytes(appointment))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
