package io.plumbline.patients.sensitive;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentTrail;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores which patients are sensitive and who is named for them. Each record of a merged patient has the mark, so that
 * every statement asks by the id that it has, and the mark outlives an unmerge.
 */
@Repository
class SensitiveStore {
    private static final String RECORDS = """
            select s.patient_id, s.reason, s.marked_at, p.patient_number, m.display_name as marker,
                k.staff_id, n.display_name as named
            from (%s) s join patient p on p.id = s.patient_id
            left join staff_account m on m.id = s.marked_by
            left join sensitive_patient_reader k on k.patient_id = s.patient_id
            left join staff_account n on n.id = k.staff_id
            order by s.marked_at desc, s.patient_id desc, n.display_name, k.staff_id""";

    private static final String TABLE = "sensitive_patient";

    private final JdbcClient jdbc;
    private final ContentTrail contents;

    SensitiveStore(JdbcClient jdbc, ContentTrail contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    boolean isMarked(PatientId patient) {
        return jdbc.sql("select 1 from sensitive_patient where patient_id = ?")
                .param(patient)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void mark(Collection<PatientId> records, String reason, StaffId by, Instant at) {
        for (var record : records) {
            jdbc.sql("insert into sensitive_patient (patient_id, reason, marked_at, marked_by) values (?, ?, ?, ?)")
                    .params(record, reason, at, by)
                    .update();
        }
        written(records);
    }

    /** Has the codes written of those of some records that are marked. */
    private void written(Collection<PatientId> records) {
        contents.written(TABLE, values(records));
    }

    private static List<UUID> values(Collection<PatientId> records) {
        return records.stream().map(PatientId::value).toList();
    }

    void lift(Collection<PatientId> records) {
        contents.removing(TABLE, values(records));
        jdbc.sql("delete from sensitive_patient_reader where patient_id in (:records)")
                .param("records", records)
                .update();
        jdbc.sql("delete from sensitive_patient where patient_id in (:records)")
                .param("records", records)
                .update();
    }

    /** Names a person; returns whether the person was not named before. */
    boolean name(Collection<PatientId> records, StaffId reader, StaffId by, Instant at) {
        var named = jdbc.sql("""
                insert into sensitive_patient_reader (patient_id, staff_id, named_at, named_by)
                select s.patient_id, a.id, :at, :by from sensitive_patient s join staff_account a on a.id = :reader
                where s.patient_id in (:records) and not exists (
                    select 1 from sensitive_patient_reader k where k.patient_id = s.patient_id and k.staff_id = a.id)""")
                .param("at", at)
                .param("by", by)
                .param("reader", reader)
                .param("records", records)
                .update();
        written(records);
        return named > 0;
    }

    /** Removes a person; returns whether the person was named. */
    boolean remove(Collection<PatientId> records, StaffId reader) {
        var removed = jdbc.sql(
                        "delete from sensitive_patient_reader where patient_id in (:records) and staff_id = :reader")
                .param("records", records)
                .param("reader", reader)
                .update();
        written(records);
        return removed > 0;
    }

    /** Gives all records that are read as one the mark of those that have it, and the people who are named for those. */
    void spread(Collection<PatientId> records) {
        jdbc.sql("""
                insert into sensitive_patient (patient_id, reason, marked_at, marked_by)
                select p.id, s.reason, s.marked_at, s.marked_by
                from sensitive_patient s join patient p on p.id in (:records)
                where s.patient_id = (select min(f.patient_id) from sensitive_patient f where f.patient_id in (:records))
                and not exists (select 1 from sensitive_patient o where o.patient_id = p.id)""").param("records", records).update();
        jdbc.sql("""
                insert into sensitive_patient_reader (patient_id, staff_id, named_at, named_by)
                select s.patient_id, k.staff_id, min(k.named_at), min(k.named_by)
                from sensitive_patient s join sensitive_patient_reader k on k.patient_id in (:records)
                where s.patient_id in (:records) and not exists (select 1 from sensitive_patient_reader o
                    where o.patient_id = s.patient_id and o.staff_id = k.staff_id)
                group by s.patient_id, k.staff_id""").param("records", records).update();
        written(records);
    }

    Optional<SensitiveRecord> find(PatientId patient) {
        return read(jdbc.sql(RECORDS.formatted("select * from sensitive_patient where patient_id = ?"))
                        .param(patient))
                .stream()
                .findFirst();
    }

    /** Returns the sensitive records, last marked first. */
    List<SensitiveRecord> page(@Nullable SensitiveRecord after, int limit) {
        if (after == null) {
            return read(jdbc.sql(RECORDS.formatted(
                            "select * from sensitive_patient order by marked_at desc, patient_id desc limit ?"))
                    .param(limit));
        }
        return read(
                jdbc.sql(RECORDS.formatted("""
                select * from sensitive_patient where marked_at <= ? and (marked_at < ? or patient_id < ?)
                order by marked_at desc, patient_id desc limit ?""")).params(after.markedAt(), after.markedAt(), after.patient(), limit));
    }

    private static List<SensitiveRecord> read(JdbcClient.StatementSpec statement) {
        var found = new LinkedHashMap<PatientId, SensitiveRecord>();
        statement
                .query((row, n) -> found.merge(
                        new PatientId(Ids.uuid(row.getBytes("patient_id"))), one(row), SensitiveStore::withBoth))
                .list();
        return List.copyOf(found.values());
    }

    private static SensitiveRecord one(ResultSet row) throws SQLException {
        var reader = Ids.read(row, "staff_id", StaffId::new);
        return new SensitiveRecord(
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                "P-" + row.getLong("patient_number"),
                row.getString("reason"),
                Utc.in(row, "marked_at"),
                Objects.toString(row.getString("marker"), CurrentUser.SYSTEM.displayName()),
                reader == null ? List.of() : List.of(new SensitiveRecord.Reader(reader, row.getString("named"))));
    }

    private static SensitiveRecord withBoth(SensitiveRecord one, SensitiveRecord other) {
        var all = new ArrayList<>(one.named());
        all.addAll(other.named());
        return new SensitiveRecord(one.patient(), one.number(), one.reason(), one.markedAt(), one.markedBy(), all);
    }
}
