package io.plumbline.recalls;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.OncePerTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores whom to look at, and when. A row is only added and deleted, so that a booking waits for nobody here: the next
 * look covers all rows of a patient.
 */
@Repository
class RecallCheckStore {
    private final JdbcClient jdbc;

    /** One signature completes a visit in several steps, and all of them are looked at together. */
    private final OncePerTransaction<Look, Boolean> added;

    private record Look(PatientId patient, Instant at) {}

    RecallCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        added = new OncePerTransaction<>(look -> {
            add(look.patient(), look.at());
            return true;
        });
    }

    /** Adds a look, once for all that a transaction does within a second. */
    void lookAt(PatientId patient, Instant at) {
        added.of(new Look(patient, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    private void add(PatientId patient, Instant at) {
        jdbc.sql("insert into recall_check (id, patient_id, check_at) values (?, ?, ?)")
                .params(Ids.next(), patient, at)
                .update();
    }

    /** Returns patients who are due for a look, longest due first. */
    Set<PatientId> due(Instant now, int most) {
        return jdbc.sql("select patient_id from recall_check where check_at <= ? order by check_at, id limit ?")
                .params(now, most)
                .query(PatientId.class)
                .set();
    }

    /** Takes all looks at a patient; false if another node has taken them. A rollback puts them back. */
    boolean take(PatientId patient) {
        return jdbc.sql("delete from recall_check where patient_id = ?")
                        .param(patient)
                        .update()
                > 0;
    }
}
