package io.plumbline.patients;

import io.plumbline.access.SensitivePatients;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers what other modules ask about patients, without the current user's scope: those modules check it themselves. */
@Repository
class KnownPatientsQuery implements KnownPatients {
    private final JdbcClient jdbc;

    KnownPatientsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Set<ClinicId>> clinicsOf(PatientId patient) {
        var rows = jdbc.sql("""
                select c.clinic_id from patient p left join patient_clinic c on c.patient_id = p.id
                where p.id = coalesce((select r.read_as_id from patient_read_as r where r.patient_id = :patient), :patient)""")
                .param("patient", patient)
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(Optional::stream)
                        .map(id -> new ClinicId(Ids.uuid(id)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Map<PatientId, String> names(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SensitivePatients.masked("select p.id, p.shown_as from patient p where p.id in (:ids)"))
                .param("ids", patients)
                .query((row, n) -> Map.entry(new PatientId(Ids.uuid(row.getBytes("id"))), row.getString("shown_as")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<PatientId> withNumber(String number) {
        var digits = NUMBER.matcher(number.strip());
        if (!digits.matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select id from patient where patient_number = ?")
                .param(Long.valueOf(digits.group(1)))
                .query(PatientId.class)
                .optional();
    }
}
