package io.plumbline.notes.amendments;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the addenda that an author did not sign, with the names of the patients, in one statement. */
@Repository
class UnsignedAddendumQuery {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    UnsignedAddendumQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that say something, oldest first. */
    List<UnsignedAddendum> find(StaffId author) {
        return jdbc.sql("""
                select d.note_id, d.changed_at, n.patient_id, n.service, n.treated_on, p.given_name, p.family_name
                from session_note_addendum_draft d
                join session_note n on n.id = d.note_id
                join patient p on p.id = n.patient_id
                where d.author_id = :author and d.addendum <> ''
                order by d.changed_at, d.note_id limit :most""")
                .param("author", Ids.bytes(author.value()))
                .param("most", MOST)
                .query((row, n) -> addendum(row))
                .list();
    }

    private static UnsignedAddendum addendum(ResultSet row) throws SQLException {
        return new UnsignedAddendum(
                new NoteId(Ids.uuid(row.getBytes("note_id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                Utc.in(row, "changed_at"));
    }
}
