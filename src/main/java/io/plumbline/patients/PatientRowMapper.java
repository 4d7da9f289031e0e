package io.plumbline.patients;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads a {@link PatientRow} of a patient {@code p} and the summary {@code s}. */
public final class PatientRowMapper {
    /** The columns that {@link #row} reads. */
    public static final String COLUMNS = """
            p.id, p.patient_number, p.shown_as, p.sort_key, p.birth_date, p.phone,
            s.next_visit_on, s.next_visit_at, s.status""";

    private PatientRowMapper() {}

    /** Returns the patient of a row. */
    public static PatientRow row(ResultSet row, int n) throws SQLException {
        return new PatientRow(
                id(row),
                number(row),
                row.getString("shown_as"),
                row.getString("sort_key"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("phone"),
                row.getObject("next_visit_on", LocalDate.class),
                row.getObject("next_visit_at", LocalTime.class),
                status(row));
    }

    /** Returns all phones of the patient of a row that has the columns {@code phone} and {@code other_phones}. */
    public static Set<PhoneNumber> phones(ResultSet row) throws SQLException {
        var phones = new LinkedHashSet<PhoneNumber>();
        var first = row.getString("phone");
        if (first != null) {
            phones.add(new PhoneNumber(first).withoutExtension());
        }
        PatientReach.OtherPhonesColumn.read(row.getString("other_phones"))
                .forEach(other -> phones.add(other.number().withoutExtension()));
        return phones;
    }

    /** Returns the status of the patient of a row; one without a summary is active. */
    public static PatientStatus status(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return status == null ? PatientStatus.ACTIVE : PatientStatus.valueOf(status);
    }

    /** Returns the id of the patient of a row. */
    public static PatientId id(ResultSet row) throws SQLException {
        return new PatientId(Ids.uuid(row.getBytes("id")));
    }

    static String number(ResultSet row) throws SQLException {
        return "P-" + row.getLong("patient_number");
    }
}
