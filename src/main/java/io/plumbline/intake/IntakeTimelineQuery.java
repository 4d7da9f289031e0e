package io.plumbline.intake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds intake notes to a patient's timeline, for those who treat the patient. */
@Component
class IntakeTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    IntakeTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null) {
            return List.of();
        }
        return jdbc.sql("""
                select n.id, n.clinic_id, n.created_at, n.created_by, n.changed_at, n.signed_at, n.signed_by, n.outcome,
                    n.revision, later.revision as amended_by, s.display_name,
                    c.outcome as concluded, k.display_name as concluder
                from (select * from intake_note where patient_id in (:patients)
                      order by %s limit :most) n
                left join staff_account s on s.id = coalesce(n.signed_by, n.created_by)
                left join intake_note later
                    on later.patient_id = n.patient_id and later.amends_id = n.id and later.signed_at is not null
                left join intake_note_conclusion c on c.note_id = n.id
                left join staff_account k on k.id = c.concluded_by""".formatted(RecordOrder.by(patient.records(), "patient_id desc", "created_at desc")))
                .param("patients", patient.records())
                .param("most", MOST)
                .query((row, n) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var signed = row.getBytes("signed_by") != null;
        var name = row.getString("display_name");
        var revision = row.getObject("revision", Integer.class);
        return TimelineEntry.timed(
                        Utc.in(row, signed ? "signed_at" : revision == null ? "created_at" : "changed_at"),
                        clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                        // an amendment is no visit of its author
                        signed && revision == null ? TimelineKind.INTAKE_SIGNED : TimelineKind.INTAKE,
                        title(signed, revision),
                        (signed ? labelOf(row.getString("outcome")) + ", " : "") + name + concluded(row) + amended(row))
                .by(name, new StaffId(Ids.uuid(row.getBytes(signed ? "signed_by" : "created_by"))))
                .to(Routes.intake(new IntakeId(Ids.uuid(row.getBytes("id")))))
                .open(!signed || awaitsConclusion(row));
    }

    private static String title(boolean signed, @Nullable Integer revision) {
        if (revision == null) {
            return signed ? "Intake note signed" : "Intake note begun";
        }
        return (signed ? "Intake note amended" : "Amendment of an intake note begun") + ", version " + revision;
    }

    private static String amended(ResultSet row) throws SQLException {
        var revision = row.getObject("amended_by", Integer.class);
        return revision == null ? "" : "; amended by version " + revision;
    }

    private static String concluded(ResultSet row) throws SQLException {
        var outcome = row.getString("concluded");
        return outcome == null ? "" : "; concluded as " + labelOf(outcome) + ", " + row.getString("concluder");
    }

    private static boolean awaitsConclusion(ResultSet row) throws SQLException {
        return IntakeOutcome.CHIROPRACTOR_TO_DECIDE.name().equals(row.getString("outcome"))
                && row.getString("concluded") == null
                && row.getObject("amended_by") == null;
    }

    private static String labelOf(String outcome) {
        return IntakeOutcome.valueOf(outcome).label();
    }
}
