package io.plumbline.safety;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds a patient's red flags, raised and every step since, to the timeline, for those who treat the patient. */
@Component
class FlagTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    FlagTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        var entries = new ArrayList<TimelineEntry>();
        if (patient.clinical() != null) {
            var told = new HashSet<UUID>();
            jdbc.sql("""
                    select f.*, r.display_name as raiser,
                        s.taken_at, s.taken_by, s.status as step, s.kind as step_kind,
                        s.reason as step_reason, s.monitored_until as step_until, d.display_name as taker
                    from (select * from red_flag where subject_id in (:patients)
                          order by raised_at desc limit :most) f
                    left join red_flag_step s on s.flag_id = f.id
                    left join staff_account r on r.id = f.raised_by
                    left join staff_account d on d.id = s.taken_by""")
                    .param("patients", patient.records())
                    .param("most", MOST)
                    .query(row -> {
                        if (told.add(Ids.uuid(row.getBytes("id")))) {
                            entries.add(raised(row));
                        }
                        if (row.getBytes("taken_by") != null) {
                            entries.add(step(row));
                        }
                    });
        }
        return entries;
    }

    private TimelineEntry raised(ResultSet row) throws SQLException {
        var raiser = Objects.toString(row.getString("raiser"), CurrentUser.SYSTEM.displayName());
        return TimelineEntry.timed(
                        Utc.in(row, "raised_at"),
                        zoneOf(row),
                        TimelineKind.FLAG,
                        "Red flag raised: " + row.getString("flag"),
                        level(row) + ", " + raiser)
                .by(raiser, new StaffId(Ids.uuid(row.getBytes("raised_by"))));
    }

    private TimelineEntry step(ResultSet row) throws SQLException {
        var status = FlagStatus.valueOf(row.getString("step"));
        var until = row.getObject("step_until", LocalDate.class);
        var taker = Objects.toString(row.getString("taker"), CurrentUser.SYSTEM.displayName());
        var kind = StepKind.valueOf(row.getString("step_kind"));
        var what =
                switch (kind) {
                    case STATUS -> what(status);
                    case OUTCOME_ASKED -> "referral outcome requested";
                    case ANSWERED -> "referral answered";
                    case HELD_AGAIN -> "held again";
                    case TAKEN_BACK -> "no longer found by the amended note";
                    case PROPOSED -> "proposed to be cleared";
                    case REFUSED -> "not cleared by the second clinician";
                    case WITHDRAWN -> "no longer proposed to be cleared";
                    case DOCUMENT_FILED -> "document of the outside examiner on file";
                    case UNDONE -> "decision undone";
                };
        var detail =
                switch (kind) {
                    case STATUS -> detail(row, status, until);
                    case OUTCOME_ASKED -> status.label();
                    case ANSWERED -> "To be decided again";
                    case HELD_AGAIN, TAKEN_BACK, PROPOSED, REFUSED -> row.getString("step_reason");
                    case WITHDRAWN, DOCUMENT_FILED -> status.label();
                    case UNDONE ->
                        "Back to " + status.label().toLowerCase(Locale.ROOT)
                                + (until == null ? "" : " until " + Dates.dayAndYear(until));
                };
        return TimelineEntry.timed(
                        Utc.in(row, "taken_at"),
                        zoneOf(row),
                        TimelineKind.FLAG,
                        "Red flag " + what + ": " + row.getString("flag"),
                        detail + ", " + taker)
                .by(taker, new StaffId(Ids.uuid(row.getBytes("taken_by"))));
    }

    private static String what(FlagStatus status) {
        return switch (status) {
            case RAISED -> "raised again";
            case ACKNOWLEDGED -> "acknowledged";
            case EMERGENCY_REFERRED, REFERRED, MONITORED, CLEARED -> "decided";
        };
    }

    private static String detail(ResultSet row, FlagStatus status, @Nullable LocalDate until) throws SQLException {
        return switch (status) {
            case RAISED, ACKNOWLEDGED -> level(row);
            case EMERGENCY_REFERRED, REFERRED, MONITORED, CLEARED ->
                status.label() + (until == null ? "" : " until " + Dates.dayAndYear(until));
        };
    }

    private ZoneId zoneOf(ResultSet row) throws SQLException {
        return clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
    }

    private static String level(ResultSet row) throws SQLException {
        return FlagLevel.valueOf(row.getString("flag_level")).fullLabel();
    }
}
