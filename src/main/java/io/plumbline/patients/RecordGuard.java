package io.plumbline.patients;

import io.plumbline.access.PatientRecords;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks whether something new may be begun on a record, for those who have not read the patient. Authorizes nothing: whoever
 * calls has checked the access to the record.
 */
@Component
public class RecordGuard {
    private final PatientDirectoryQuery directory;
    private final PatientRecords records;
    private final JdbcClient jdbc;

    RecordGuard(PatientDirectoryQuery directory, PatientRecords records, JdbcClient jdbc) {
        this.directory = directory;
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * Returns the state of a record, and locks the header until the end of the transaction: a colleague who sets the patient
     * deceased or merges the record at the same time waits, or was first and is seen.
     *
     * @throws NotAvailable if there is no such patient
     */
    public RecordState hold(PatientId patient) {
        directory.holdHeader(patient);
        var readAs = records.readAs(patient);
        return jdbc.sql("""
                select p.patient_number, s.status, s.status_since from patient p
                left join patient_summary s on s.patient_id = p.id where p.id = ?""")
                .param(readAs)
                .query((row, n) -> new RecordState(
                        patient,
                        readAs,
                        PatientRowMapper.number(row),
                        PatientRowMapper.status(row),
                        row.getObject("status_since", LocalDate.class)))
                .optional()
                .orElseThrow(NotAvailable::new);
    }

    /** Returns the record on which to continue what was begun on a record: the one under which it is read now. */
    public PatientId continueOn(PatientId patient) {
        return records.readAs(patient);
    }
}
