package io.plumbline.safety;

import io.plumbline.access.PatientRecords;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the red flags that were raised from one intake or session note, most urgent first. Whoever calls it checks that
 * the current user may read the note.
 */
@Repository
public class NoteFlagQuery {
    private final JdbcClient jdbc;
    private final PatientRecords records;

    NoteFlagQuery(JdbcClient jdbc, PatientRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** A red flag that a note raised, in the words of its screening rule; in force or over. */
    public record Raised(String flag, FlagLevel level) {}

    /** Returns the flags that were raised from a note of a patient. */
    public List<Raised> findByNote(PatientId patient, ClinicalNoteId note) {
        return jdbc.sql("""
                select flag, flag_level as level from red_flag where subject_id in (:patients) and found_in = :note
                order by locate(flag_level, :urgency), raised_at""")
                .param("patients", records.of(patient))
                .param("note", note)
                .param("urgency", FlagLevel.inOrder())
                .query(Raised.class)
                .list();
    }
}
