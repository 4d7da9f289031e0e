package io.plumbline.imports.oldnotes;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OldNoteQuery {
    private final JdbcClient jdbc;

    OldNoteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the old notes of a patient without their text, newest first. */
    List<OldNoteRow> findAll(Collection<PatientId> records) {
        return jdbc.sql("""
                select n.id, n.patient_id, n.clinic_id, n.source, n.written_on, n.author, n.title,
                    n.imported_at, n.error_at, n.error_reason, e.display_name as corrector
                from old_note n left join staff_account e on e.id = n.error_by
                where n.patient_id in (:patients) order by n.written_on desc, n.id desc""")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> row(row))
                .list();
    }

    private static OldNoteRow row(ResultSet row) throws SQLException {
        return new OldNoteRow(
                new OldNoteId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getString("source"),
                row.getObject("written_on", LocalDate.class),
                row.getString("author"),
                row.getString("title"),
                Utc.in(row, "imported_at"),
                error(row));
    }

    private static OldNoteRow.@Nullable InError error(ResultSet row) throws SQLException {
        var reason = row.getString("error_reason");
        return reason == null
                ? null
                : new OldNoteRow.InError(
                        Utc.in(row, "error_at"),
                        Objects.toString(row.getString("corrector"), CurrentUser.SYSTEM.displayName()),
                        reason);
    }
}
