package io.plumbline.notes.cosign;

import io.plumbline.access.SensitivePatients;
import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the notes that wait for a co-signature, and for whom. Reads the supervisions of practitioners directly. */
@Repository
class CosignQuery {
    private static final int MOST = 200;

    /**
     * Whether the last decision returned the note, and its author has added nothing since; not once the author cannot
     * sign in, since nobody else answers.
     */
    private static final String RETURNED = """
            exists (select 1 from session_note_cosignature c where c.note_id = n.id and c.decision = 'RETURNED'
                and exists (select 1 from staff_account u where u.id = n.author_id and u.status = 'ACTIVE')
                and not exists (select 1 from session_note_cosignature d
                    where d.note_id = c.note_id and d.history > c.history)
                and not exists (select 1 from session_note_amendment a
                    where a.note_id = c.note_id and a.kind = 'ADDENDUM' and a.signed_by = n.author_id
                        and (a.signed_at > c.decided_at or a.signed_at = c.decided_at and a.id > c.id)))""";

    private static final String LISTED = """
            n.id, n.patient_id, n.clinic_id, n.author_id, n.service, n.treated_on, %s as is_returned,
                false as is_addendum
            from session_note n""";

    /**
     * Lets MySQL begin with the supervisions, which are few. It would read all session notes where its statistics say that
     * few people wrote them. H2 takes it for a comment.
     */
    private static final String BY_SUPERVISION = "/*+ JOIN_ORDER(v, n) */";

    /** The supervisor is named for a sensitive patient: to supervise the author opens no record. */
    private static final String READ_BY_SUPERVISOR =
            "(" + SensitivePatients.visibleTo("v.supervisor_id", "n.patient_id") + ")";

    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;

    CosignQuery(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /**
     * What a note waits for.
     *
     * @param supervisor null if there is none, their account was deactivated, or the patient is sensitive and they are not
     *     named for the record
     */
    record Awaiting(@Nullable StaffId supervisor, String supervisorName, boolean isReturned, int history) {}

    /** Returns what those of some notes wait for that wait for a co-signature. */
    Map<NoteId, Awaiting> findAwaiting(Collection<NoteId> notes) {
        return jdbc
                .sql("""
                        select n.id, s.id as supervisor, s.display_name, %s as is_returned,
                            (select count(*) from session_note_cosignature c where c.note_id = n.id)
                            + (select count(*) from session_note_amendment a
                                where a.note_id = n.id and a.kind = 'ADDENDUM') as history
                        from session_note n
                        left join supervision v on v.practitioner_id = n.author_id
                        left join practitioner q on q.id = v.supervisor_id and q.active
                        left join staff_account s on s.id = q.id and s.status = 'ACTIVE' and %s
                        where n.id in (:notes) and n.status = 'AWAITING_COSIGNATURE'""".formatted(RETURNED, READ_BY_SUPERVISOR))
                .param("notes", notes)
                .query((row, n) -> Map.entry(
                        new NoteId(Ids.uuid(row.getBytes("id"))),
                        new Awaiting(
                                Ids.read(row, "supervisor", StaffId::new),
                                Objects.requireNonNullElse(row.getString("display_name"), ""),
                                row.getBoolean("is_returned"),
                                row.getInt("history"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Returns the notes that a practitioner has to co-sign, their own that were returned, and those to which they wrote
     * an addendum without signing it, oldest day first. One statement, since a page of a list has two.
     */
    List<CosignRow> findWaitingFor(StaffId who) {
        return jdbc.sql(SensitivePatients.masked("""
                select w.id as note_id, w.patient_id, p.shown_as as patient_name, w.clinic_id, w.service, w.treated_on,
                    coalesce(s.display_name, '') as author, w.is_returned as returned,
                    w.is_addendum as has_unsigned_addendum, coalesce(case when w.is_addendum then '' else
                    (select c.remark from session_note_cosignature c where c.note_id = w.id and c.decision = 'RETURNED'
                     order by c.history desc limit 1) end, '') as remark
                from (
                    (select %5$s %1$s join supervision v on v.practitioner_id = n.author_id and v.supervisor_id = :who
                     where n.status = 'AWAITING_COSIGNATURE' and n.author_id <> :who and not %2$s and %4$s
                     order by n.treated_on, n.id limit :most)
                    union all
                    (select %1$s where n.author_id = :who and n.status = 'AWAITING_COSIGNATURE' and %2$s
                     order by n.treated_on, n.id limit :most)
                    union all
                    (select n.id, n.patient_id, n.clinic_id, n.author_id, n.service, n.treated_on, false, true
                     from session_note_addendum_draft d join session_note n on n.id = d.note_id
                     where d.author_id = :who and d.addendum <> '' and not %3$s order by d.changed_at, d.id limit :most)
                ) w join patient p on p.id = w.patient_id
                    left join staff_account s on s.id = w.author_id
                order by w.treated_on, w.id""".formatted(
                                LISTED.formatted(RETURNED),
                                RETURNED,
                                NoteReaderQuery.WITHHELD.formatted("n.id"),
                                READ_BY_SUPERVISOR,
                                BY_SUPERVISION)))
                .params(readers.currentUser())
                .param("who", who)
                .param("most", MOST)
                .query(CosignRow.class)
                .list();
    }

    /** Returns how many notes a practitioner has to co-sign, and how many of their own were returned. */
    long countWaitingFor(StaffId who) {
        return jdbc.sql("""
                select (select %3$s count(*) from session_note n
                        join supervision v on v.practitioner_id = n.author_id and v.supervisor_id = :who
                        where n.status = 'AWAITING_COSIGNATURE' and n.author_id <> :who and not %1$s and %2$s)
                    + (select count(*) from session_note n
                        where n.author_id = :who and n.status = 'AWAITING_COSIGNATURE' and %1$s)""".formatted(RETURNED, READ_BY_SUPERVISOR, BY_SUPERVISION))
                .param("who", who)
                .query(Long.class)
                .single();
    }

    /** Sums up the notes of some clinics that wait, by author. */
    AwaitingCosignature sumUp(Collection<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return AwaitingCosignature.NONE;
        }
        record OfAuthor(String name, long notes, LocalDate oldest, boolean hasSupervisor) {}
        var authors = jdbc.sql("""
                select coalesce(s.display_name, '') as name, count(*) as notes, min(n.treated_on) as oldest,
                    count(t.id) > 0 as has_supervisor
                from session_note n
                left join staff_account s on s.id = n.author_id
                left join supervision v on v.practitioner_id = n.author_id
                left join practitioner q on q.id = v.supervisor_id and q.active
                left join staff_account t on t.id = q.id and t.status = 'ACTIVE'
                where n.clinic_id in (:clinics) and n.status = 'AWAITING_COSIGNATURE' and %s
                group by n.author_id, s.display_name order by s.display_name""".formatted(SensitivePatients.visible("n.patient_id")))
                .param("clinics", clinics)
                .query(OfAuthor.class)
                .list();
        var alone = authors.stream().filter(one -> !one.hasSupervisor()).toList();
        return new AwaitingCosignature(
                authors.stream().mapToLong(OfAuthor::notes).sum(),
                authors.stream().map(OfAuthor::oldest).min(LocalDate::compareTo).orElse(null),
                alone.stream().mapToLong(OfAuthor::notes).sum(),
                alone.stream().map(OfAuthor::name).toList());
    }
}
