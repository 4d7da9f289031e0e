package io.plumbline.patients;

import io.plumbline.access.SensitivePatients;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads in the statement of the patient's header whether another patient of one of the clinics has the same name. */
final class SameNameColumns {
    /** Looks for one other, since a large clinic may have hundreds of one name; of a merged record nobody is another. */
    private static final String SHARES_NAME = """
            exists (
                select 1 from patient_clinic mine join patient_clinic other on other.clinic_id = mine.clinic_id
                    and other.sort_key = mine.sort_key and other.patient_id <> mine.patient_id
                where mine.patient_id = p.id and mine.sort_key <> '' and %s)""";

    private static final String LAST_VISIT = """
            coalesce(
                (select max(v.starts_on) from patient_read_as one join appointment v on v.subject_id = one.patient_id
                    where one.read_as_id = p.id and v.subject_kind = 'PATIENT' and v.status = 'COMPLETED'),
                (select max(v.starts_on) from appointment v
                    where v.subject_id = p.id and v.subject_kind = 'PATIENT' and v.status = 'COMPLETED'))""";

    private SameNameColumns() {}

    /** Returns the columns, for a statement in which {@code p} is the patient under whom the records are read. */
    static String of() {
        var shares = SHARES_NAME.formatted(SensitivePatients.visible("other.patient_id"));
        return shares + " as shares_name, case when " + shares + " then " + LAST_VISIT + " end as last_visit_on";
    }

    static @Nullable SameName read(ResultSet row) throws SQLException {
        return row.getBoolean("shares_name")
                ? new SameName(
                        row.getObject("birth_date", LocalDate.class), row.getObject("last_visit_on", LocalDate.class))
                : null;
    }
}
