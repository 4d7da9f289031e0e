package io.plumbline.notes;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds session notes and old notes to a patient's timeline, for those who treat the patient; drafts only for their author.
 * Reads the old notes of {@code imports} as its own, since the patient's page may cost no further statement.
 */
@Component
class NoteTimelineQuery implements PatientTimeline {
    /** Later than every row. A bound on the second column of an index makes H2 read the newest rows in its order. */
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;
    private final ClinicService clinics;

    NoteTimelineQuery(JdbcClient jdbc, NoteReaderQuery readers, ClinicService clinics) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null) {
            return List.of();
        }
        return jdbc.sql("""
                select n.id, n.author_id, n.clinic_id, n.service, n.treated_on, n.status, n.pain_before, n.pain_after,
                    n.created_at, n.appointment_id, v.starts_at, a.display_name, p.privacy, %1$s as withheld,
                    null as source, null as title
                from (
                    (select id from session_note where patient_id in (:patients) and treated_on <= :always
                        and (status <> 'DRAFT' or author_id = :me) order by %2$s limit :most)
                    union (select id from session_note where patient_id in (:patients) and treated_on <= :always
                        and author_id = :me and status in ('SIGNED', 'AWAITING_COSIGNATURE') order by %2$s limit 1)
                    union (select id from session_note where patient_id in (:patients) and treated_on <= :always
                        and (status = 'AWAITING_COSIGNATURE' or status = 'DRAFT' and author_id = :me)
                        order by %2$s limit :most)) y
                join session_note n on n.id = y.id
                left join session_note_privacy p on p.note_id = n.id
                left join staff_account a on a.id = n.author_id
                left join appointment v on v.id = n.appointment_id and v.starts_on = n.treated_on
                union all
                select o.id, null, o.clinic_id, null, o.written_on, case when o.error_at is null then '' else 'ERROR' end,
                    null, null, o.imported_at, null, null, o.author, null, false, o.source, o.title
                from (select id, clinic_id, written_on, error_at, imported_at, author, source, title from old_note
                    where patient_id in (:patients) and written_on <= :always order by %3$s limit :most) o""".formatted(
                                NoteReaderQuery.WITHHELD.formatted("n.id"),
                                RecordOrder.by(patient.records(), "patient_id desc", "treated_on desc, id desc"),
                                RecordOrder.by(patient.records(), "patient_id desc", "written_on desc, id desc")))
                .params(readers.currentUser())
                .param("patients", patient.records())
                .param("always", ALWAYS)
                .param("most", MOST)
                .query((row, n) -> row.getString("source") == null ? entry(row) : oldNote(row, patient.id()))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var zone = clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
        var status = NoteStatus.valueOf(row.getString("status"));
        var on = row.getObject("treated_on", LocalDate.class);
        var mine = new StaffId(Ids.uuid(row.getBytes("author_id")))
                .equals(CurrentUser.current().staff());
        var kind = status == NoteStatus.DRAFT ? TimelineKind.NOTE_DRAFT : TimelineKind.NOTE_SIGNED;
        var service = AppointmentType.valueOf(row.getString("service"));
        var privacy = NoteReaderQuery.privacy(row);
        var isPainShown = status != NoteStatus.ENTERED_IN_ERROR && !row.getBoolean("withheld");
        var what = service.label() + ", " + (mine ? "you" : row.getString("display_name"));
        var detail = (isPainShown ? pain(row) : "") + "Session note: "
                + status.label().toLowerCase(Locale.ROOT)
                + (privacy.isRestricted() ? ". " + privacy.words(service) : "");
        var appointment = row.getBytes("appointment_id");
        return at(row, on, zone)
                .map(at -> TimelineEntry.timed(at, zone, kind, what, detail))
                .orElseGet(() -> TimelineEntry.onDay(on, zone, kind, what, detail))
                .by(row.getString("display_name"), mine)
                .about(appointment == null ? null : Ids.uuid(appointment))
                .to(Routes.note(new NoteId(Ids.uuid(row.getBytes("id")))))
                .open(status == NoteStatus.DRAFT || status == NoteStatus.AWAITING_COSIGNATURE);
    }

    /** Returns when the visit began; without one, when its note was begun, unless that was on another day. */
    private static Optional<Instant> at(ResultSet row, LocalDate on, ZoneId zone) throws SQLException {
        var visit = row.getObject("starts_at", LocalTime.class);
        if (visit != null) {
            return Optional.of(on.atTime(visit).atZone(zone).toInstant());
        }
        var begun = Utc.in(row, "created_at");
        return Optional.of(begun).filter(at -> LocalDate.ofInstant(at, zone).equals(on));
    }

    private TimelineEntry oldNote(ResultSet row, PatientId patient) throws SQLException {
        var author = row.getString("display_name");
        var title = row.getString("title").isEmpty() ? "Old note" : "Old note: " + row.getString("title");
        return TimelineEntry.onDay(
                        row.getObject("treated_on", LocalDate.class),
                        clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                        TimelineKind.OLD_NOTE,
                        author.isEmpty() ? title : title + ", " + author,
                        "Imported from " + row.getString("source") + ", not written in Plumbline"
                                + (row.getString("status").isEmpty() ? "" : ". Entered in error"))
                .by(author, false)
                .to(Routes.oldNote(patient, new OldNoteId(Ids.uuid(row.getBytes("id")))));
    }

    private static String pain(ResultSet row) throws SQLException {
        var before = row.getObject("pain_before");
        var after = row.getObject("pain_after");
        return before == null || after == null ? "" : "Pain " + before + " to " + after + ". ";
    }
}
