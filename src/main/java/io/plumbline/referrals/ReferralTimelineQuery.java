package io.plumbline.referrals;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds a patient's referrals, asked, answered and closed, to the timeline, for those who treat the patient. */
@Component
class ReferralTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    ReferralTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null || !CurrentUser.may(Permission.REFERRAL_READ)) {
            return List.of();
        }
        return jdbc.sql("""
                select r.id, r.clinic_id, r.addressee, r.status, s.kind, s.taken_at, s.taken_by, s.due_on, s.close_reason,
                    a.display_name
                from (select * from referral where patient_id in (:patients)
                      order by %s limit :most) r
                join referral_step s on s.referral_id = r.id
                left join staff_account a on a.id = s.taken_by
                where s.kind in ('ASKED', 'ANSWERED', 'CLOSED')""".formatted(RecordOrder.by(patient.records(), "patient_id", "status, overdue_at")))
                .param("patients", patient.records())
                .param("most", MOST)
                .query((row, n) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var by = Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName());
        var to = row.getString("addressee");
        var kind = ReferralStepKind.valueOf(row.getString("kind"));
        var what =
                switch (kind) {
                    case ASKED -> "Referred to " + to;
                    case CLOSED -> "Referral closed: " + to;
                    default -> "Referral answered: " + to;
                };
        var dueOn = row.getObject("due_on", LocalDate.class);
        var closed = row.getString("close_reason");
        var detail = (dueOn == null ? "" : "answer due " + Dates.dayAndYear(dueOn) + ", ")
                + (closed == null ? "" : CloseReason.valueOf(closed).label() + ", ")
                + by;
        return TimelineEntry.timed(
                        Utc.in(row, "taken_at"),
                        clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                        TimelineKind.REFERRAL,
                        what,
                        detail)
                .by(by, new StaffId(Ids.uuid(row.getBytes("taken_by"))))
                .to(Routes.referral(new ReferralId(Ids.uuid(row.getBytes("id")))))
                .open(kind == ReferralStepKind.ASKED
                        && ReferralStatus.valueOf(row.getString("status")) == ReferralStatus.ACTIVE);
    }
}
