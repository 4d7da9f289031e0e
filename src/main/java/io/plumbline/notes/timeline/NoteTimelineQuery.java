package io.plumbline.notes.timeline;

import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds session notes to a patient's timeline, for those who treat the patient; drafts only for their author. */
@Component
class NoteTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    NoteTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null) {
            return List.of();
        }
        return jdbc.sql("""
                select n.id, n.author_id, n.clinic_id, n.service, n.treated_on, n.status, n.pain_before, n.pain_after,
                    n.created_at, n.appointment_id, s.display_name
                from (select * from session_note where patient_id = :patient and (status <> 'DRAFT' or author_id = :me)
                      order by patient_id desc, treated_on desc, id desc limit :most) n
                left join staff_account s on s.id = n.author_id""")
                .param("patient", Ids.bytes(patient.id().value()))
                .param("me", Ids.bytes(Caller.current().staff().value()))
                .param("most", MOST)
                .query((row, n) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var zone = clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
        var status = NoteStatus.valueOf(row.getString("status"));
        var on = row.getObject("treated_on", LocalDate.class);
        var begun = Utc.in(row, "created_at");
        var mine = new StaffId(Ids.uuid(row.getBytes("author_id")))
                .equals(Caller.current().staff());
        var kind = status == NoteStatus.DRAFT ? TimelineKind.NOTE_DRAFT : TimelineKind.NOTE_SIGNED;
        var what = AppointmentType.valueOf(row.getString("service")).label() + ", "
                + (mine ? "you" : row.getString("display_name"));
        var detail = (status == NoteStatus.ENTERED_IN_ERROR ? "" : pain(row)) + "Session note: "
                + status.label().toLowerCase(Locale.ROOT);
        var appointment = row.getBytes("appointment_id");
        // a note that was started on a later day does not tell the time of the visit
        var entry = LocalDate.ofInstant(begun, zone).equals(on)
                ? TimelineEntry.timed(begun, zone, kind, what, detail)
                : TimelineEntry.onDay(on, zone, kind, what, detail);
        return entry.by(row.getString("display_name"), mine)
                .about(appointment == null ? null : Ids.uuid(appointment))
                .to(Routes.note(new NoteId(Ids.uuid(row.getBytes("id")))));
    }

    private static String pain(ResultSet row) throws SQLException {
        var before = row.getObject("pain_before");
        var after = row.getObject("pain_after");
        return before == null || after == null ? "" : "Pain " + before + " to " + after + ". ";
    }
}
