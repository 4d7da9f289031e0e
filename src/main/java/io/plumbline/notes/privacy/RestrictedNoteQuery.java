package io.plumbline.notes.privacy;

import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.notes.NoteStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SessionDetailsColumn;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of a restricted note what is not withheld. Whoever calls it checks the relation to the patient. */
@Repository
class RestrictedNoteQuery {
    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;

    RestrictedNoteQuery(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /** Returns a signed note that is withheld from the current user; empty for all others. */
    Optional<RestrictedNote> find(NoteId note) {
        return jdbc.sql("""
                select n.id, n.patient_id, n.service, n.treated_on, n.status, n.safety_rule, n.statement, n.details,
                    p.privacy, a.display_name, h.note_id as held
                from session_note n
                join session_note_privacy p on p.note_id = n.id
                left join staff_account a on a.id = n.author_id
                left join held_treatment h on h.note_id = n.id
                where n.id = :note and n.status <> 'DRAFT' and %s""".formatted(NoteReaderQuery.WITHHELD.formatted("n.id")))
                .params(readers.currentUser())
                .param("note", note)
                .query((row, n) -> note(row))
                .optional();
    }

    private RestrictedNote note(ResultSet row) throws SQLException {
        var finding = Objects.requireNonNullElse(row.getString("safety_rule"), "");
        var isStatementOfSafety = !finding.isEmpty() || row.getBytes("held") != null;
        return new RestrictedNote(
                new NoteId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                NoteStatus.valueOf(row.getString("status")),
                Objects.requireNonNullElse(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                NoteReaderQuery.privacy(row),
                SessionDetailsColumn.read(row.getString("details")).contraindications(),
                finding,
                isStatementOfSafety ? row.getString("statement") : "");
    }
}
