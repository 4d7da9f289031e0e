package io.plumbline.reactions;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds a patient's adverse reactions, recorded and every entry since, to the timeline, for those who treat the patient. */
@Component
class ReactionTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    ReactionTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null || !CurrentUser.may(Permission.REACTION_READ)) {
            return List.of();
        }
        return jdbc.sql("""
                select r.clinic_id, r.severity, r.is_severe_or_ongoing, e.kind, e.taken_at, e.taken_by, e.outcome, a.display_name
                from (select r.*, case when %s then 1 else 0 end as is_severe_or_ongoing
                      from adverse_reaction r where r.patient_id in (:patients)
                      order by r.recorded_at desc limit :most) r
                join adverse_reaction_entry e on e.reaction_id = r.id
                left join staff_account a on a.id = e.taken_by""".formatted(ReactionQuery.SEVERE_OR_ONGOING))
                .param("patients", patient.records())
                .param("most", MOST)
                .query((row, n) -> entry(row, patient))
                .list();
    }

    private TimelineEntry entry(ResultSet row, PatientDetails patient) throws SQLException {
        var by = Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName());
        var kind = ReactionEntryKind.valueOf(row.getString("kind"));
        var severity = ReactionSeverity.valueOf(row.getString("severity")).label();
        var outcome = ReactionOutcome.valueOf(row.getString("outcome")).label();
        return TimelineEntry.timed(
                        Utc.in(row, "taken_at"),
                        clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                        TimelineKind.REACTION,
                        "Adverse reaction " + kind.label().toLowerCase(Locale.ROOT),
                        severity + ", " + outcome.toLowerCase(Locale.ROOT) + ", " + by)
                .by(by, new StaffId(Ids.uuid(row.getBytes("taken_by"))))
                .to(PatientTab.REACTIONS.address(patient.id()))
                .open(kind == ReactionEntryKind.RECORDED && row.getInt("is_severe_or_ongoing") == 1);
    }
}
