package io.plumbline.patients.file;

import io.plumbline.patients.FileUndone;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what was undone in a patient's file, so that the timeline keeps both the action and its undo. */
@Repository
public class FileUndoneStore {
    private final JdbcClient jdbc;

    FileUndoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param record the id of the alert or the consent */
    public void keep(PatientId patient, UUID record, FileUndone.Action what, Instant doneAt, StaffId by, Instant at) {
        jdbc.sql("""
                insert into patient_file_undone (id, patient_id, record_id, what, done_at, undone_at, undone_by)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Ids.next(), patient, record, what.name(), doneAt, at, by)
                .update();
    }
}
