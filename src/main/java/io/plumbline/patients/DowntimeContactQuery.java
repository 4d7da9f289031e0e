package io.plumbline.patients;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a downtime sheet says of patients: the persons in one statement, their alerts in another. */
@Repository
class DowntimeContactQuery {
    private static final String ALERTS = """
            from patient_alert a %s and a.audience = 'EVERYBODY' and a.undone_at is null
              and a.starts_on <= :day and (a.ends_on is null or a.ends_on >= :day)""";

    private final JdbcClient jdbc;

    DowntimeContactQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person by one of their records.
     *
     * @param readAs the record under which it is read
     */
    private record Person(
            PatientId record,
            PatientId readAs,
            String name,
            @Nullable PhoneNumber phone,
            boolean clinicalHold,
            boolean thrustHold) {
        DowntimeContact contact(List<String> alerts) {
            return new DowntimeContact(
                    name, phone, alerts, clinicalHold ? "Clinical hold" : thrustHold ? "No adjustment for now" : "");
        }
    }

    /** An alert of a person. */
    private record Noted(PatientId readAs, String sentence) {}

    Map<PatientId, DowntimeContact> find(Collection<PatientId> patients, ClinicId clinic, LocalDate day) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        var persons = persons(patients, clinic);
        var alerts = alerts(persons.stream().map(Person::readAs).collect(toSet()), day);
        return persons.stream()
                .collect(toMap(
                        Person::record, person -> person.contact(alerts.getOrDefault(person.readAs(), List.of()))));
    }

    private List<Person> persons(Collection<PatientId> patients, ClinicId clinic) {
        return jdbc.sql("""
                select i.id as record_id, p.id as read_as_id, p.shown_as as name, p.phone,
                    coalesce(s.open_flag_level in (:holds), false) as clinical_hold,
                    coalesce(s.open_flag_level in (:withoutThrust), false) as thrust_hold
                from patient i
                left join patient_read_as r on r.patient_id = i.id
                join patient p on p.id = coalesce(r.read_as_id, i.id)
                left join patient_summary s on s.patient_id = p.id
                where i.id in (:patients) and %s and %s
                  and exists (select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id = :clinic)""".formatted(SensitivePatients.visible("i.id"), SensitivePatients.visible("p.id")))
                .param("holds", FlagLevel.holds())
                .param("withoutThrust", FlagLevel.withoutThrust())
                .param("patients", patients)
                .param("clinic", clinic)
                .query(Person.class)
                .list();
    }

    /** Returns the alerts of all records that are read as one person. */
    private Map<PatientId, List<String>> alerts(Set<PatientId> persons, LocalDate day) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                    select a.patient_id as read_as_id, a.id, a.kind, a.words %s
                    union
                    select m.read_as_id, a.id, a.kind, a.words %s
                    order by id""".formatted(
                                        ALERTS.formatted("where a.patient_id in (:persons)"),
                                        ALERTS.formatted(
                                                "join patient_read_as m on m.patient_id = a.patient_id where m.read_as_id in (:persons)")))
                .param("persons", persons)
                .param("day", day)
                .query((row, n) -> new Noted(
                        new PatientId(Ids.uuid(row.getBytes("read_as_id"))),
                        AlertKind.valueOf(row.getString("kind")).sentence(row.getString("words"))))
                .list()
                .stream()
                .collect(groupingBy(Noted::readAs, mapping(Noted::sentence, toList())));
    }
}
