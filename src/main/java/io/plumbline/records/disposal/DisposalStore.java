package io.plumbline.records.disposal;

import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.RetentionRule;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
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
            select coalesce(a.display_name, '%1$s') proposed_by_name, b.display_name decided_by_name,
                case when l.ended_by is not null then coalesce(c.display_name, '%1$s') end ended_by_name, l.*,
                (select count(*) from disposal_entry e where e.list_id = l.id and e.status in ('DISPOSED', 'KEPT')) settled
            from disposal_list l left join staff_account a on a.id = l.proposed_by
            left join staff_account b on b.id = l.decided_by left join staff_account c on c.id = l.ended_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    private static final String ENTRIES = """
            select id, concat('P-', patient_number) patient_number, rule_words rule, last_treated_on, until_on,
                status state, kept_because, settled_at, removed_counts counts, content_sha256 sha256
            from disposal_entry where list_id = :list""";

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
            sql = sql.param("at", after.proposedAt()).param("id", after.id());
        }
        return sql.query(DisposalRow.class).list();
    }

    Optional<DisposalRow> list(DisposalListId id) {
        return jdbc.sql(LISTS + "where l.id = ?")
                .param(id)
                .query(DisposalRow.class)
                .optional();
    }

    /** Returns the records of a list by number. */
    List<DisposalEntryRow> entries(DisposalListId list, @Nullable DisposalEntryRow after, int limit) {
        var next = after == null ? "" : " and patient_number >= :number and (patient_number > :number or id > :id)";
        var sql = jdbc.sql(ENTRIES + next + " order by disposal_entry.patient_number, id limit :most")
                .param("list", list)
                .param("most", limit);
        if (after != null) {
            sql = sql.param("number", Long.valueOf(after.patientNumber().substring(2)))
                    .param("id", after.id());
        }
        return sql.query(DisposalEntryRow.class).list();
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
            sql = sql.param("day", after.until()).param("id", after.patient());
        }
        return sql.query(Found.class).list();
    }

    /** Returns the numbers of some records. */
    Map<PatientId, Long> numbers(Collection<PatientId> records) {
        var all = new HashMap<PatientId, Long>();
        if (!records.isEmpty()) {
            jdbc.sql("select id, patient_number from patient where id in (:records)")
                    .param("records", records)
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
                        .param("records", records)
                        .query(PatientId.class)
                        .list());
    }

    /** Puts a record on a list; a constraint refuses it if it is on another. */
    void add(DisposalListId list, PatientId record, PatientId readAs, long number, KeepUntil kept) {
        jdbc.sql("""
                        insert into disposal_entry (id, list_id, patient_id, group_id, patient_number, rule_words,
                        last_treated_on, until_on, status, waiting_id) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(
                        Ids.next(),
                        list,
                        record,
                        readAs,
                        number,
                        words(kept.rules()),
                        Objects.requireNonNull(kept.lastTreatment()),
                        Objects.requireNonNull(kept.until()),
                        record)
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
                .params(at, list)
                .update();
    }

    /** Returns lists whose disposal begins, and those that run. */
    List<DisposalListId> due(Instant now) {
        return jdbc.sql("select id from disposal_list where status = 'RUNNING'"
                        + " or status = 'APPROVED' and begins_at <= ? order by begins_at, id")
                .param(now)
                .query(DisposalListId.class)
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
                .param("list", list)
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
                        .param(list)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Locks a record until the transaction ends. */
    void lock(PatientId patient) {
        jdbc.sql("update patient set version = version + 1 where id = ?")
                .param(patient)
                .update();
    }

    /** Returns whether the record began to be disposed of by this; a second node finds it taken. */
    boolean begin(UUID entry) {
        return jdbc.sql("update disposal_entry set status = 'RUNNING' where id = ? and status = 'WAITING'")
                        .param(entry)
                        .update()
                == 1;
    }

    void disposed(UUID entry, String counts, String sha256, Instant at) {
        jdbc.sql("update disposal_entry set status = 'DISPOSED', waiting_id = null, removed_counts = ?,"
                        + " content_sha256 = ?, settled_at = ? where id = ?")
                .params(counts, sha256, at, entry)
                .update();
    }

    void kept(UUID entry, String because, Instant at) {
        jdbc.sql("update disposal_entry set status = 'KEPT', waiting_id = null, kept_because = ?, settled_at = ?"
                        + " where id = ? and status = 'WAITING'")
                .params(because, at, entry)
                .update();
    }

    /** Returns how many others may decide on a list that somebody proposes. */
    long others(StaffId than) {
        return jdbc.sql("select count(*) from staff_account where status = 'ACTIVE' and id <> ?"
                        + " and (roles like '%AUDITOR%' or roles like '%ADMIN%')")
                .param(than)
                .query(Long.class)
                .single();
    }

    private static PatientId patient(ResultSet row, String column) throws SQLException {
        return new PatientId(Ids.uuid(row.getBytes(column)));
    }
}
