package io.plumbline.access;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.OncePerTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds why a staff member may see a patient's chart now: a reason for one of the records that are read as one is a
 * reason for all. Asks once per transaction, because one request checks the same patient in several modules and in the
 * audit trail.
 */
@Component
public class ChartAccessQuery {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PatientRecords records;
    private final OncePerTransaction<Pair, Access> known;

    private record Pair(StaffId staff, PatientId patient) {}

    ChartAccessQuery(JdbcClient jdbc, PatientRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
        known = new OncePerTransaction<>(this::find);
    }

    /** A break-glass access that is active. */
    public record BreakGlass(UUID id, Instant until) {}

    /**
     * Why a chart may be seen.
     *
     * @param breakGlass the active break-glass access that lasts longest; null if there is none
     * @param records the records of the patient that are read as one, first the one under which they are read
     */
    public record Access(boolean isByRelation, @Nullable BreakGlass breakGlass, SequencedSet<PatientId> records) {
        boolean isAny() {
            return isByRelation || breakGlass != null;
        }
    }

    /** Returns the access; does not keep that there is none, since the current transaction may still give it. */
    public Access find(StaffId staff, PatientId patient) {
        var pair = new Pair(staff, patient);
        var access = known.of(pair);
        if (!records.areStill(patient, access.records())) {
            // merged or unmerged since: a relation to the other record may have come or gone
            known.forget(pair);
            access = known.of(pair);
        }
        if (!access.isAny()) {
            known.forget(pair);
        }
        return access;
    }

    /** Drops what is known, because the access was changed. */
    public void forget(StaffId staff, PatientId patient) {
        known.forget(new Pair(staff, patient));
    }

    /** Drops what is known about all records of the patient that are read as one. */
    void forgetAll(StaffId staff, PatientId patient) {
        records.of(patient).forEach(record -> forget(staff, record));
    }

    /**
     * A row of {@link #sql}: a reason, or a record that is read with the patient's own.
     *
     * @param id the break-glass access, or the record; null for a relation
     * @param until when the break-glass access ends; null for all else
     * @param readAs under which record it is read; null for a reason
     */
    public record Reason(
            String why,
            @Nullable UUID id,
            @Nullable Instant until,
            @Nullable UUID readAs) {}

    /**
     * Returns the statement that reads, as rows of {@code why, id, until_at, read_as_id}, why the staff member
     * {@code :staff} may see a patient's chart at {@code :now}, which is on {@code :today}. A query of another module can
     * join it to its own row and hand the rows to {@link #learn}: the same question asked later is then answered.
     *
     * @param patient the parameter with the patient's id, or a statement that reads one id
     */
    public static String sql(String patient) {
        // the first one has no parentheses of its own: H2 would not join such a union
        return """
                select 'RECORD' as why, m.patient_id as id, null as until_at, m.read_as_id from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id where o.patient_id = %2$s
                union all
                (select 'BREAK_GLASS', id, until_at, null from break_glass_access
                 where staff_id = :staff and patient_id = %2$s and until_at > :now
                 order by until_at desc limit 1)
                union all
                (select 'RELATION', null, null, null from patient_relation
                 where staff_id = :staff and patient_id = %2$s and until_on >= :today and from_on <= :today
                   and %1$s
                 limit 1)
                union all
                select 'BREAK_GLASS', b.id, b.until_at, null from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id
                join break_glass_access b on b.staff_id = :staff and b.patient_id = m.patient_id and b.until_at > :now
                where o.patient_id = %2$s
                union all
                select 'RELATION', null, null, null from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id
                join patient_relation r on r.staff_id = :staff and r.patient_id = m.patient_id
                    and r.until_on >= :today and r.from_on <= :today
                where o.patient_id = %2$s and %1$s""".formatted(SensitivePatients.visibleTo(":staff", patient), patient);
    }

    /** Keeps what a query read by {@link #sql} in this transaction, as if it had been asked here. */
    public void learn(StaffId staff, PatientId patient, List<Reason> reasons) {
        var access = access(patient, reasons);
        records.learn(patient, access.records());
        if (access.isAny()) {
            known.learn(new Pair(staff, patient), access);
        }
    }

    private Access find(Pair pair) {
        var now = clock.instant();
        var reasons = jdbc.sql(sql(":patient"))
                .param("staff", pair.staff())
                .param("patient", pair.patient())
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", now)
                .query(Reason.class)
                .list();
        var access = access(pair.patient(), reasons);
        records.learn(pair.patient(), access.records());
        return access;
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        return bytes == null ? null : Ids.uuid(bytes);
    }

    private static Access access(PatientId patient, List<Reason> reasons) {
        var members = new ArrayList<PatientRecords.Member>();
        var breakGlass = new ArrayList<BreakGlass>();
        var isByRelation = false;
        for (var reason : reasons) {
            switch (reason.why()) {
                case "BREAK_GLASS" ->
                    breakGlass.add(new BreakGlass(
                            Objects.requireNonNull(reason.id()), Objects.requireNonNull(reason.until())));
                case "RELATION" -> isByRelation = true;
                default ->
                    members.add(new PatientRecords.Member(
                            new PatientId(Objects.requireNonNull(reason.id())),
                            new PatientId(Objects.requireNonNull(reason.readAs()))));
            }
        }
        return new Access(
                isByRelation,
                breakGlass.stream().max(Comparator.comparing(BreakGlass::until)).orElse(null),
                PatientRecords.together(patient, members));
    }
}
