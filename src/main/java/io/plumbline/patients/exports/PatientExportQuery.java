package io.plumbline.patients.exports;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientRowMapper;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PatientExportQuery {
    private final JdbcClient jdbc;

    PatientExportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(Set<ClinicId> clinics) {
        return clinics.isEmpty()
                ? 0
                : jdbc.sql("select count(distinct patient_id) from patient_clinic where clinic_id in (:clinics) and "
                                + SensitivePatients.visible("patient_clinic.patient_id"))
                        .param("clinics", clinics)
                        .query(Long.class)
                        .single();
    }

    /** Returns what is exported of some patients, in their order. */
    List<ExportedPatient> find(List<PatientRow> rows, Set<ClinicId> clinics) {
        var found = new HashMap<PatientId, ExportedPatient>();
        jdbc.sql("select p.*, c.clinic_id, s.status from patient p join patient_clinic c on c.patient_id = p.id"
                        + " left join patient_summary s on s.patient_id = p.id"
                        + " where p.id in (:patients) and c.clinic_id in (:clinics) and "
                        + SensitivePatients.visible("p.id") + " order by c.clinic_id")
                .param("patients", rows.stream().map(PatientRow::id).toList())
                .param("clinics", clinics)
                .query((row, n) -> add(row, found))
                .list();
        return rows.stream()
                .map(row -> found.get(row.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ExportedPatient add(ResultSet row, Map<PatientId, ExportedPatient> found) throws SQLException {
        var id = new PatientId(Ids.uuid(row.getBytes("id")));
        var patient = found.get(id);
        if (patient == null) {
            var phone = row.getString("phone");
            patient = new ExportedPatient(
                    "P-" + row.getLong("patient_number"),
                    row.getString("given_name"),
                    row.getString("family_name"),
                    row.getString("preferred_name"),
                    row.getObject("birth_date", LocalDate.class),
                    phone == null ? null : new PhoneNumber(phone),
                    row.getString("email"),
                    row.getString("spoken_language"),
                    new PostalAddress(
                                    row.getString("address_line1"),
                                    row.getString("address_line2"),
                                    row.getString("city"),
                                    row.getString("region"),
                                    row.getString("postal_code"),
                                    row.getString("country"))
                            .shown(),
                    PatientRowMapper.status(row),
                    new ArrayList<>());
            found.put(id, patient);
        }
        patient.clinics().add(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
        return patient;
    }
}
