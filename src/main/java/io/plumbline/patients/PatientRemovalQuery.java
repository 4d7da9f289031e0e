package io.plumbline.patients;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes a patient whom an import added by mistake. Almost every record that refers to a patient has a foreign key, by
 * which the store refuses the removal; those that have none are asked first.
 */
@Component
class PatientRemovalQuery {
    /** In the order of their keys. */
    private static final List<String> OF_EVERY_PATIENT = List.of("patient_token", "patient_clinic", "patient_summary");

    private final JdbcClient jdbc;

    PatientRemovalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param clinics to one of which the patient must belong, and to no other */
    boolean isUntouched(PatientId patient, Set<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return false;
        }
        return jdbc.sql("""
                        select count(*) from patient p where p.id = :id and p.version = 0
                        and not exists (select 1 from appointment a where a.subject_id = p.id)
                        and not exists (select 1 from patient_relation r where r.patient_id = p.id)
                        and not exists (select 1 from outcome_score s where s.patient_id = p.id)
                        and not exists (select 1 from red_flag f where f.subject_id = p.id)
                        and not exists (select 1 from consultation_lead l where l.converted_patient_id = p.id)
                        and not exists (select 1 from patient_status_change t where t.patient_id = p.id)
                        and not exists (select 1 from break_glass_access b where b.patient_id = p.id)
                        and not exists (select 1 from access_request q where q.patient_id = p.id)
                        and not exists (select 1 from amendment_request m where m.patient_id = p.id)
                        and not exists (select 1 from disclosure d where d.patient_id = p.id)
                        and not exists (select 1 from legal_hold h where h.patient_id = p.id)
                        and (select count(*) from patient_clinic c where c.patient_id = p.id) = 1
                        and exists (select 1 from patient_clinic c
                            where c.patient_id = p.id and c.clinic_id in (:clinics))""")
                        .param("clinics", clinics)
                        .param("id", patient)
                        .query(Long.class)
                        .single()
                == 1;
    }

    void remove(PatientId patient) {
        for (var table : OF_EVERY_PATIENT) {
            jdbc.sql("delete from " + table + " where patient_id = ?")
                    .param(patient)
                    .update();
        }
        jdbc.sql("delete from patient where id = ?").param(patient).update();
    }
}
