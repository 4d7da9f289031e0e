package io.plumbline.imports.oldnotes;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
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
                    n.imported_at, n.error_at, n.error_reason,
                    case when n.error_at is not null then coalesce(e.display_name, 'Plumbline') end as error_by
                from old_note n left join staff_account e on e.id = n.error_by
                where n.patient_id in (:patients) order by n.written_on desc, n.id desc""").param("patients", records).query(OldNoteRow.class).list();
    }
}
