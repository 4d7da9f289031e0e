package io.plumbline.access;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.OncePerTransaction;
import io.plumbline.shared.store.Utc;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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

    private Access find(Pair pair) {
        var now = clock.instant();
        var members = new ArrayList<PatientRecords.Member>();
        var breakGlass = new ArrayList<BreakGlass>();
        var relations = new ArrayList<Boolean>();
        jdbc.sql("""
                (select 'BREAK_GLASS' as why, id, until_at, null as read_as_id from break_glass_access
                 where staff_id = :staff and patient_id = :patient and until_at > :now
                 order by until_at desc limit 1)
                union all
                (select 'RELATION', null, null, null from patient_relation
                 where staff_id = :staff and patient_id = :patient and until_on >= :today and from_on <= :today
                   and %1$s
                 limit 1)
                union all
                select 'RECORD', m.patient_id, null, m.read_as_id from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id where o.patient_id = :patient
                union all
                select 'BREAK_GLASS', b.id, b.until_at, null from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id
                join break_glass_access b on b.staff_id = :staff and b.patient_id = m.patient_id and b.until_at > :now
                where o.patient_id = :patient
                union all
                select 'RELATION', null, null, null from patient_read_as o
                join patient_read_as m on m.read_as_id = o.read_as_id
                join patient_relation r on r.staff_id = :staff and r.patient_id = m.patient_id
                    and r.until_on >= :today and r.from_on <= :today
                where o.patient_id = :patient and %1$s""".formatted(SensitivePatients.visibleTo(":staff", ":patient")))
                .param("staff", Ids.bytes(pair.staff().value()))
                .param("patient", Ids.bytes(pair.patient().value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query(row -> {
                    switch (row.getString("why")) {
                        case "BREAK_GLASS" ->
                            breakGlass.add(new BreakGlass(Ids.uuid(row.getBytes("id")), Utc.in(row, "until_at")));
                        case "RELATION" -> relations.add(true);
                        default ->
                            members.add(new PatientRecords.Member(
                                    new PatientId(Ids.uuid(row.getBytes("id"))),
                                    new PatientId(Ids.uuid(row.getBytes("read_as_id")))));
                    }
                });
        var together = PatientRecords.together(pair.patient(), members);
        records.learn(pair.patient(), together);
        return new Access(
                !relations.isEmpty(),
                breakGlass.stream().max(Comparator.comparing(BreakGlass::until)).orElse(null),
                together);
    }
}
