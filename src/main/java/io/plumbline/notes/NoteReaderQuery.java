package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetailsColumn;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may read a session note: the one place of the rule, which every reader of notes asks, in its own statement where it
 * reads many. Whoever calls it checks the relation to the patient. Reads the tables of practitioners and accounts, so
 * that a list takes one statement.
 */
@Repository
public class NoteReaderQuery {
    /**
     * The condition, in SQL, that the content of a note is withheld from the current user: the note is restricted, the current user
     * is neither its author nor one of its readers, and has no break-glass access to the patient. A reader can sign in,
     * and works in the discipline or is named. The place for the column with the id of the note is {@code %s}; the
     * values are {@link #currentUser()}.
     */
    public static final String WITHHELD = """
            exists (
                select 1 from session_note_privacy x join session_note y on y.id = x.note_id
                where x.note_id = %s and x.privacy <> 'RELATION' and y.author_id <> :me
                  and not (x.privacy = 'NAMED' and exists (
                    select 1 from session_note_reader r join staff_account s on s.id = r.staff_id
                    where r.note_id = x.note_id and r.staff_id = :me and s.status = 'ACTIVE'))
                  and not (x.privacy = 'DISCIPLINE' and exists (
                    select 1 from practitioner q join staff_account s on s.id = q.id
                    where q.id = :me and q.active and s.status = 'ACTIVE'
                      and locate(x.discipline, q.disciplines) > 0))
                  and not exists (
                    select 1 from break_glass_access b
                    where b.staff_id = :me and b.until_at > :now and (b.patient_id = y.patient_id or exists (
                      select 1 from patient_read_as o join patient_read_as m on m.read_as_id = o.read_as_id
                      where o.patient_id = y.patient_id and m.patient_id = b.patient_id))))""";

    /** No note is later; with this limit, H2 reads the newest notes in the order of an index, and not all of a patient. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** Drafts of others are not. */
    private static final String VISIBLE = "(status <> 'DRAFT' or author_id = :me)";

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteReaderQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the values of {@link #WITHHELD} for the current user: {@code me} and {@code now}. */
    public Map<String, Object> currentUser() {
        return Map.of("me", CurrentUser.current().staff(), "now", clock.instant());
    }

    /** Returns whether the content of a note is withheld from the current user. */
    boolean isWithheld(NoteId note) {
        return jdbc.sql("select 1 from session_note n where n.id = :note and " + WITHHELD.formatted("n.id"))
                .params(currentUser())
                .param("note", note)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns whether the current user may read a note by its privacy; asks the store only about what is restricted. */
    boolean mayRead(SessionNote note) {
        return !note.privacy().isRestricted()
                || note.author().equals(CurrentUser.current().staff())
                || !isWithheld(note.id());
    }

    /**
     * Returns the notes of some days whose content is withheld from the current user.
     *
     * @param without the statuses of those that are left out
     */
    Set<UUID> findWithheld(Collection<PatientId> records, LocalDate from, LocalDate until, Set<NoteStatus> without) {
        return new HashSet<>(jdbc.sql("""
                select n.id from session_note n
                where n.patient_id in (:patients) and n.treated_on >= :from and n.treated_on <= :until
                  and n.status not in (:without) and %s""".formatted(WITHHELD.formatted("n.id")))
                .params(currentUser())
                .param("patients", records)
                .param("from", from)
                .param("until", until)
                .param("without", without.stream().map(NoteStatus::name).toList())
                .query(UUID.class)
                .list());
    }

    /** Returns a patient's notes, newest first; drafts only for their author, and what is withheld without content. */
    List<NoteRow> findByPatient(Collection<PatientId> records, int limit) {
        return rows(
                "select * from session_note where patient_id in (:patients) and treated_on <= :last and " + VISIBLE
                        + newestFirst(records) + " limit :most",
                records,
                Map.of("last", LAST, "most", limit));
    }

    /** Returns the notes that follow a note in that order. */
    List<NoteRow> findByPatient(Collection<PatientId> records, NoteRow after, int limit) {
        return rows(
                "select * from session_note where patient_id in (:patients) and treated_on <= :last"
                        + " and (treated_on < :last or id < :id) and " + VISIBLE + newestFirst(records)
                        + " limit :most",
                records,
                Map.of("last", after.treatedOn(), "id", after.id(), "most", limit));
    }

    /** Returns how many notes {@link #findByPatient} has in all. */
    int count(Collection<PatientId> records) {
        return jdbc.sql("select count(*) from session_note where patient_id in (:patients) and " + VISIBLE)
                .param("me", CurrentUser.current().staff())
                .param("patients", records)
                .query(Integer.class)
                .single();
    }

    /** Returns those of some notes that are of a patient and that the current user may see. */
    List<NoteRow> find(Collection<PatientId> records, Collection<NoteId> some) {
        return some.isEmpty()
                ? List.of()
                : rows(
                        "select * from session_note where patient_id in (:patients) and id in (:some) and " + VISIBLE,
                        records,
                        Map.of("some", some));
    }

    /**
     * Returns what the rail of a note tells of, newest first: the newest signed notes; and of those up to its day, however many
     * are newer, the last one, the last adjustment visit, and the current user's last one.
     */
    List<NoteRow> findBeside(Collection<PatientId> records, NoteId note, LocalDate on, int limit) {
        var signed = "(select id from session_note where patient_id in (:patients) and treated_on <= %s"
                + " and status in ('SIGNED', 'AWAITING_COSIGNATURE')%s" + newestFirst(records) + " limit %s)";
        var before = " and id <> :note";
        return rows(
                "select x.* from ("
                        + String.join(
                                " union ",
                                signed.formatted(":last", "", ":most"),
                                signed.formatted(":on", before, "1"),
                                signed.formatted(":on", before + " and service = 'ADJUSTMENT'", "1"),
                                signed.formatted(":on", before + " and author_id = :me", "1"))
                        + ") y join session_note x on x.id = y.id",
                records,
                Map.of("last", LAST, "most", limit, "note", note, "on", on));
    }

    private static String newestFirst(Collection<PatientId> records) {
        return " order by " + RecordOrder.by(records, "patient_id desc", "treated_on desc, id desc");
    }

    private List<NoteRow> rows(String which, Collection<PatientId> records, Map<String, Object> params) {
        return jdbc.sql("""
                select n.id, n.author_id, n.service, n.treated_on, n.status, n.pain_before, n.pain_after, n.next_step,
                    case when n.service = 'ADJUSTMENT' then n.details end as adjustment, n.clinic_id, n.signed_at,
                    a.display_name, p.privacy, %s as withheld
                from (%s) n
                left join session_note_privacy p on p.note_id = n.id
                left join staff_account a on a.id = n.author_id
                order by n.treated_on desc, n.id desc""".formatted(WITHHELD.formatted("n.id"), which))
                .params(currentUser())
                .param("patients", records)
                .params(params)
                .query(NoteReaderQuery::row)
                .list();
    }

    private static NoteRow row(ResultSet row, int n) throws SQLException {
        var isWithheld = row.getBoolean("withheld");
        var signedAt = row.getObject("signed_at");
        return new NoteRow(
                new NoteId(Ids.uuid(row.getBytes("id"))),
                new StaffId(Ids.uuid(row.getBytes("author_id"))),
                Objects.requireNonNullElse(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                NoteStatus.valueOf(row.getString("status")),
                isWithheld ? null : pain(row, "pain_before"),
                isWithheld ? null : pain(row, "pain_after"),
                isWithheld ? "" : row.getString("next_step"),
                isWithheld ? List.of() : adjusted(row.getString("adjustment")),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                signedAt == null ? null : Utc.in(row, "signed_at"),
                privacy(row),
                isWithheld);
    }

    private static List<SegmentRow> adjusted(@Nullable String details) {
        return SessionDetailsColumn.read(details).segments().stream()
                .filter(SegmentRow::isAdjusted)
                .toList();
    }

    /** Returns the privacy of a row; a note of which none is stored is open to everybody in relation to the patient. */
    public static NotePrivacy privacy(ResultSet row) throws SQLException {
        var stored = row.getString("privacy");
        return stored == null ? NotePrivacy.RELATION : NotePrivacy.valueOf(stored);
    }

    private static @Nullable Pain pain(ResultSet row, String column) throws SQLException {
        return Pain.of(row.getObject(column, Integer.class));
    }
}
