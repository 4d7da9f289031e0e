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
        return jdbc.sql("select count(*) from session_note where appointment_id = ? and status <> 'DRAFT'")
                        .param(Ids.bytes(appointment))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
