package io.plumbline.patients.status;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the status of patients in their headers, and its changes. */
@Repository
class PatientStatusStore {
    private static final int MOST_CHANGES = 50;
    private static final int LONGEST_LIST = 4000;

    private final JdbcClient jdbc;
    private final PatientRecords records;

    PatientStatusStore(JdbcClient jdbc, PatientRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Returns the current status, of a merged record that of the record that it is read under; one without a header is active. */
    PatientStatus status(PatientId patient) {
        return jdbc.sql("select status from patient_summary where patient_id = ?")
                .param(records.readAs(patient))
                .query(String.class)
                .optional()
                .map(PatientStatus::valueOf)
                .orElse(PatientStatus.ACTIVE);
    }

    /** Sets the status in the header of each record that is read as one, so that it stands after an unmerge. */
    void become(PatientId patient, StatusChange change, StaffId by) {
        jdbc.sql("update patient_summary set status = :status, status_since = :since where patient_id in (:patients)")
                .param("status", change.status().name())
                .param("since", change.since())
                .param("patients", records.of(patient))
                .update();
        jdbc.sql("""
                insert into patient_status_change (id, patient_id, status, since, reason, open_before, changed_at,
                    changed_by) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        patient,
                        change.status().name(),
                        change.since(),
                        change.reason(),
                        listed(change.openBefore()),
                        change.at(),
                        by)
                .update();
    }

    private static String listed(List<String> items) {
        var all = String.join("\n", items);
        if (all.length() <= LONGEST_LIST) {
            return all;
        }
        var end = "\nand more";
        return all.substring(0, all.lastIndexOf('\n', LONGEST_LIST - end.length())) + end;
    }

    /** Clears the treatment plan in the header, after all plans have ended. */
    void noPlanRuns(PatientId patient) {
        jdbc.sql("""
                update patient_summary set plan_title = null, planned_visits = null, delivered_visits = null
                where patient_id in (:patients)""").param("patients", records.of(patient)).update();
    }

    /** Returns the changes of a patient, newest first. */
    List<StatusChange> findChanges(PatientId patient) {
        return jdbc.sql("""
                select c.*, s.display_name from patient_status_change c left join staff_account s on s.id = c.changed_by
                where c.patient_id = ? order by c.patient_id, c.changed_at desc, c.id desc limit ?""")
                .params(patient, MOST_CHANGES)
                .query(PatientStatusStore::change)
                .list();
    }

    private static StatusChange change(ResultSet row, int n) throws SQLException {
        return new StatusChange(
                PatientStatus.valueOf(row.getString("status")),
                row.getObject("since", LocalDate.class),
                row.getString("reason"),
                row.getString("open_before").lines().toList(),
                at(row),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Utc.in(row, "changed_at");
    }
}
