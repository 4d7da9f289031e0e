package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says of which patients a person finds no record because it is sensitive and the person is not named for it. */
@Component
public class SensitiveReaderQuery {
    private final JdbcClient jdbc;
    private final StaffNameQuery names;

    SensitiveReaderQuery(JdbcClient jdbc, StaffNameQuery names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Returns those of some patients who are sensitive and for whom a person is not named. */
    public Set<PatientId> findHidden(StaffId who, Collection<PatientId> patients) {
        return patients.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("select m.patient_id from sensitive_patient m where m.patient_id in (:patients) and not ("
                                + SensitivePatients.visibleTo(":who", "m.patient_id") + ")")
                        .param("patients", patients)
                        .param("who", who)
                        .query(PatientId.class)
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a patient is sensitive and the current user is not named. */
    public boolean isHiddenFromCurrentUser(PatientId patient) {
        return isHiddenFrom(CurrentUser.current().staff(), patient);
    }

    private boolean isHiddenFrom(StaffId who, PatientId patient) {
        return !findHidden(who, Set.of(patient)).isEmpty();
    }

    /** Returns who is named for a sensitive patient; empty for other patients. */
    public Set<StaffId> findNamed(PatientId patient) {
        return jdbc
                .sql("select staff_id from sensitive_patient_reader where patient_id = ?")
                .param(patient)
                .query(StaffId.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what to say of a person who is not named for the record of a sensitive patient. */
    public String refusalOf(StaffId who) {
        return "This record is sensitive. Ask a chiropractor who treats the patient, or the privacy officer, to add "
                + names.find(who).name() + " first";
    }

    /** @throws Refused if the patient is sensitive and the person is not named; the message is for the user */
    void requireNamed(StaffId who, PatientId patient) {
        if (isHiddenFrom(who, patient)) {
            throw new Refused(refusalOf(who));
        }
    }
}
