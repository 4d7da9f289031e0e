package io.plumbline.access;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.OncePerTransaction;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The records of a patient that are read as one, because they were merged. Most patients have one record. Asks once per
 * transaction; what checks the access to a chart has asked already. Authorizes nothing.
 */
@Component
public class PatientRecords {
    private final JdbcClient jdbc;
    private final OncePerTransaction<PatientId, SequencedSet<PatientId>> known;

    PatientRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        known = new OncePerTransaction<>(this::read);
    }

    /** Returns the records, first the one under which they are read; a patient who is not merged has one. */
    public SequencedSet<PatientId> of(PatientId patient) {
        return known.of(patient);
    }

    /** Returns the record under which a record is read; itself if it is not merged into another. */
    public PatientId readAs(PatientId patient) {
        return of(patient).getFirst();
    }

    /**
     * Reads the records again, because they were merged or unmerged in this transaction, or another did so that this one
     * waited for. What is known in this transaction about the access to the chart is dropped if they are others now.
     */
    public SequencedSet<PatientId> readAgain(PatientId patient) {
        known.forget(patient);
        return known.of(patient);
    }

    /** Returns whether records that were read in this transaction are those that are known now. */
    boolean areStill(PatientId patient, SequencedSet<PatientId> read) {
        return known.known(patient)
                .map(now -> List.copyOf(now).equals(List.copyOf(read)))
                .orElse(true);
    }

    /** Keeps what another statement of this transaction read. */
    void learn(PatientId patient, SequencedSet<PatientId> records) {
        known.learn(patient, records);
    }

    private SequencedSet<PatientId> read(PatientId patient) {
        return together(
                patient, jdbc.sql("""
                        select m.patient_id, m.read_as_id from patient_read_as o
                        join patient_read_as m on m.read_as_id = o.read_as_id where o.patient_id = ?""").param(patient).query(Member.class).list());
    }

    /** A record, and the one under which it is read. */
    record Member(PatientId patient, PatientId readAs) {}

    /** Returns the records of some rows in order; the patient alone if there are none. */
    static SequencedSet<PatientId> together(PatientId patient, List<Member> members) {
        var all = new LinkedHashSet<PatientId>();
        members.stream().map(Member::readAs).forEach(all::add);
        members.stream()
                .map(Member::patient)
                .sorted(Comparator.comparing(PatientId::value))
                .forEach(all::add);
        if (all.isEmpty()) {
            all.add(patient);
        }
        return Collections.unmodifiableSequencedSet(all);
    }
}
