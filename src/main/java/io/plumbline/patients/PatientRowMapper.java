package io.plumbline.patients;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;

/** Reads a {@link PatientRow} of a patient {@code p} and the summary {@code s}. */
public final class PatientRowMapper {
    /** The columns that {@link #row} reads. */
    public static final String COLUMNS = """
            p.id, p.patient_number, p.given_name, p.family_name, p.sort_key, p.birth_date, p.phone,
            s.next_visit_on, s.next_visit_at""";

    private PatientRowMapper() {}

    /** Returns the patient of a row. */
    public static PatientRow row(ResultSet row, int n) throws SQLException {
        return new PatientRow(
                id(row),
                number(row),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("sort_key"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("phone"),
                row.getObject("next_visit_on", LocalDate.class),
                row.getObject("next_visit_at", LocalTime.class));
    }

    /** Returns the id of the patient of a row. */
    public static PatientId id(ResultSet row) throws SQLException {
        return new PatientId(Ids.uuid(row.getBytes("id")));
    }

    static String number(ResultSet row) throws SQLException {
        return "P-" + row.getLong("patient_number");
    }
}
