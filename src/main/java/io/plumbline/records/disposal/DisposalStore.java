package io.plumbline.records.disposal;

import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.RetentionRule;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disposal lists and the records on them. Whoever calls it checks who may. */
@Repository
class DisposalStore {
    private static final String LISTS = """
            select l.*, a.display_name proposed_name, b.display_name decided_name, c.display_name ended_name,
                (select count(*) from disposal_entry e where e.list_id = l.id and e.status in ('DISPOSED', 'KEPT')) settled
            from disposal_list l left join staff_account a on a.id = l.proposed_by
            left join staff_account b on b.id = l.decided_by left join staff_account c on c.id = l.ended_by
            """;

    private final JdbcClient jdbc;

    DisposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns lists, the newest first. */
    List<DisposalRow> lists(@Nullable DisposalRow after, int limit) {
        var next = after == null ? "" : "where l.proposed_at <= :at and (l.proposed_at < :at or l.id < :id)";
        var sql = jdbc.sql(LISTS + next + " order by l.proposed_at desc, l.id desc limit :most")
                .param("most", limit);
        if (after != null) {
            sql = sql.param("at", Utc.of(after.proposedAt()))
                    .param("id", Ids.bytes(after.id().value()));
        }
        return sql.query((row, n) -> list(row)).list();
    }

    Optional<DisposalRow> list(DisposalListId id) {
        return jdbc.sql(LISTS + "where l.id = ?")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> list(row))
                .optional();
    }

    private static DisposalRow list(ResultSet row) throws SQLException {
        return new DisposalRow(
                new DisposalListId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                row.getString("reason"),
                row.getInt("records"),
                row.getInt("settled"),
                Utc.in(row, "proposed_at"),
                new StaffId(Ids.uuid(row.getBytes("proposed_by"))),
                name(row.getString("proposed_name")),
                DisposalStatus.valueOf(row.getString("status")),
                instant(row, "decided_at"),
                row.getString("decided_name"),
                instant(row, "begins_at"),
                instant(row, "ended_at"),
                row.getBytes("ended_by") == null ? null : name(row.getString("ended_name")),
                row.getString("closing_reason"));
    }

    private static String name(@Nullable String display) {
        return Objects.toString(display, CurrentUser.SYSTEM.displayName());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Utc.in(row, column);
    }

    /** Returns the records of a list by number. */
    List<DisposalEntryRow> entries(DisposalListId list, @Nullable DisposalEntryRow after, int limit) {
        var next = after == null ? "" : " and patient_number >= :number and (patient_number > :number or id > :id)";
        var sql = jdbc.sql("select * from disposal_entry where list_id = :list" + next
                        + " order by patient_number, id limit :most")
                .param("list", Ids.bytes(list.value()))
                .param("most", limit);
        if (after != null) {
            sql = sql.param("number", Long.valueOf(after.patientNumber().substring(2)))
                    .param("id", Ids.bytes(after.id()));
        }
        return sql.query((row, n) -> new DisposalEntryRow(
                        Ids.uuid(row.getBytes("id")),
                        "P-" + row.getLong("patient_number"),
                        row.getString("rule_words"),
                        row.getObject("last_treated_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        DisposalEntryRow.State.valueOf(row.getString("status")),
                        row.getString("kept_because"),
                        instant(row, "settled_at"),
                        row.getString("removed_counts"),
                        row.getString("content_sha256")))
                .list();
    }

    /** A record that the search found. */
    record Found(PatientId patient, LocalDate until) {}

    /** Returns the records that the search found, those kept longest over their time first. */
    List<Found> found(@Nullable Found after, int limit) {
        var next = after == null ? "" : " where until_on >= :day and (until_on > :day or patient_id > :id)";
        var sql = jdbc.sql("select patient_id, until_on from disposal_candidate" + next
                        + " order by until_on, patient_id limit :most")
                .param("most", limit);
        if (after != null) {
            sql = sql.param("day", after.until())
                    .param("id", Ids.bytes(after.patient().value()));
        }
        return sql.query((row, n) -> new Found(patient(row, "patient_id"), row.getObject("until_on", LocalDate.class)))
                .list();
    }

    /** Returns the numbers of some records. */
    Map<PatientId, Long> numbers(Collection<PatientId> records) {
        var all = new HashMap<PatientId, Long>();
        if (!records.isEmpty()) {
            jdbc.sql("select id, patient_number from patient where id in (:records)")
                    .param("records", Ids.bytes(records, PatientId::value))
                    .query(row -> {
                        all.put(patient(row, "id"), row.getLong("patient_number"));
                    });
        }
        return all;
    }

    /** Returns which of some records are on a list that is not over. */
    Set<PatientId> listed(Collection<PatientId> records) {
        return records.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select waiting_id from disposal_entry where waiting_id in (:records)")
                        .param("records", Ids.bytes(records, PatientId::value))
                        .query((row, n) -> patient(row, "waiting_id"))
                        .list());
    }

    /** Puts a record on a list; a constraint refuses it if it is on another. */
    void add(DisposalListId list, PatientId record, PatientId readAs, long number, KeepUntil kept) {
        jdbc.sql("""
                        insert into disposal_entry (id, list_id, patient_id, group_id, patient_number, rule_words,
                        last_treated_on, until_on, status, waiting_id) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Ids.bytes(list.value()),
                        Ids.bytes(record.value()),
                        Ids.bytes(readAs.value()),
                        number,
                        words(kept.rules()),
                        Objects.requireNonNull(kept.lastTreatment()),
                        Objects.requireNonNull(kept.until()),
                        Ids.bytes(record.value()))
                .update();
    }

    private static String words(List<RetentionRule> rules) {
        var words =
                rules.stream().map(rule -> rule.label() + ": " + rule.inWords()).collect(Collectors.joining("; "));
        return words.length() <= DisposalList.LONGEST_REASON ? words : words.substring(0, DisposalList.LONGEST_REASON);
    }

    /** Takes all records that wait off a list. */
    void drop(DisposalListId list, Instant at) {
        jdbc.sql("update disposal_entry set status = 'DROPPED', waiting_id = null, settled_at = ?"
                        + " where list_id = ? and status = 'WAITING'")
                .params(Utc.of(at), Ids.bytes(list.value()))
                .update();
    }

    /** Returns lists whose disposal begins, and those that run. */
    List<DisposalListId> due(Instant now) {
        return jdbc.sql("select id from disposal_list where status = 'RUNNING'"
                        + " or status = 'APPROVED' and begins_at <= ? order by begins_at, id")
                .param(Utc.of(now))
                .query((row, n) -> new DisposalListId(Ids.uuid(row.getBytes("id"))))
                .list();
    }

    /** A record that waits for its disposal. */
    record Entry(UUID id, PatientId patient) {}

    /** Returns the records of a list that wait, those of one patient together. */
    List<List<Entry>> waiting(DisposalListId list, int most) {
        var groups = new ArrayList<List<Entry>>();
        var at = new HashMap<PatientId, List<Entry>>();
        jdbc.sql("select e.id, e.patient_id, e.group_id from disposal_entry e join (select distinct group_id from"
                        + " disposal_entry where list_id = :list and status = 'WAITING' order by group_id limit :most) g"
                        + " on g.group_id = e.group_id where e.list_id = :list and e.status = 'WAITING'"
                        + " order by e.group_id, e.id")
                .param("list", Ids.bytes(list.value()))
                .param("most", most)
                .query(row -> {
                    at.computeIfAbsent(patient(row, "group_id"), id -> {
                                var group = new ArrayList<Entry>();
                                groups.add(group);
                                return group;
                            })
                            .add(new Entry(Ids.uuid(row.getBytes("id")), patient(row, "patient_id")));
                });
        return groups;
    }

    boolean isWaiting(DisposalListId list) {
        return jdbc.sql("select count(*) from disposal_entry where list_id = ? and status = 'WAITING'")
                        .param(Ids.bytes(list.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Locks a record until the transaction ends. */
    void lock(PatientId patient) {
        jdbc.sql("update patient set version = version + 1 where id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
    }

    /** Returns whether the record began to be disposed of by this; a second node finds it taken. */
    boolean begin(UUID entry) {
        return jdbc.sql("update disposal_entry set status = 'RUNNING' where id = ? and status = 'WAITING'")
                        .param(Ids.bytes(entry))
                        .update()
                == 1;
    }

    void disposed(UUID entry, String counts, String sha256, Instant at) {
        jdbc.sql("update disposal_entry set status = 'DISPOSED', waiting_id = null, removed_counts = ?,"
                        + " content_sha256 = ?, settled_at = ? where id = ?")
                .params(counts, sha256, Utc.of(at), Ids.bytes(entry))
                .update();
    }

    void kept(UUID entry, String because, Instant at) {
        jdbc.sql("update disposal_entry set status = 'KEPT', waiting_id = null, kept_because = ?, settled_at = ?"
                        + " where id = ? and status = 'WAITING'")
                .params(because, Utc.of(at), Ids.bytes(entry))
                .update();
    }

    /** Returns how many others may decide on a list that somebody proposes. */
    long others(StaffId than) {
        return jdbc.sql("select count(*) from staff_account where status = 'ACTIVE' and id <> ?"
                        + " and (roles like '%AUDITOR%' or roles like '%ADMIN%')")
                .param(Ids.bytes(than.value()))
                .query(Long.class)
                .single();
    }

    private static PatientId patient(ResultSet row, String column) throws SQLException {
        return new PatientId(Ids.uuid(row.getBytes(column)));
    }
}
