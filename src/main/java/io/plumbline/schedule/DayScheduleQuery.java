package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads appointments by day: ordered on one table, names joined after. */
@Repository
class DayScheduleQuery {
    private static final String NAMED = """
            select a.*, p.shown_as, s.open_flag_level, t.title, t.given_name as given, t.family_name as family
            from (%s) a
            left join patient p on p.id = a.subject_id and a.subject_kind = 'PATIENT'
            left join patient_summary s on s.patient_id = p.id
            left join practitioner t on t.id = a.practitioner_id
            order by a.starts_on, a.starts_at, a.id""";

    private final JdbcClient jdbc;
    private final PatientRecords records;
    private final ConsultationLeads leads;

    DayScheduleQuery(JdbcClient jdbc, PatientRecords records, ConsultationLeads leads) {
        this.jdbc = jdbc;
        this.records = records;
        this.leads = leads;
    }

    /**
     * Returns the appointments of some clinics, including no-shows. The query names the index, since H2 would read all
     * appointments otherwise.
     */
    List<AppointmentRow> findByClinics(Collection<ClinicId> clinics, LocalDate first, LocalDate last, int most) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        return named(jdbc.sql(SensitivePatients.masked(NAMED.formatted("""
                select * from appointment use index (appointment_of_clinic)
                where clinic_id in (:clinics) and starts_on between :first and :last and status <> 'CANCELLED'
                order by starts_on, starts_at, id limit :most""")))
                .param("clinics", clinics)
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query(DayScheduleQuery::row)
                .list());
    }

    /**
     * Returns the past visits of some clinics without a final status, oldest first.
     *
     * @param todays the current date at each clinic
     */
    List<AppointmentRow> toClose(Map<ClinicId, LocalDate> todays, int most) {
        if (todays.isEmpty()) {
            return List.of();
        }
        var page = open(todays, "*", most).page("starts_on, starts_at, id", most);
        return named(jdbc.sql(SensitivePatients.masked(NAMED.formatted(page.sql())))
                .params(page.params())
                .query(DayScheduleQuery::row)
                .list());
    }

    /** Returns how many there are, up to a limit for each status at each clinic. */
    long countToClose(Map<ClinicId, LocalDate> todays, int most) {
        if (todays.isEmpty()) {
            return 0;
        }
        var open = open(todays, "id", most).all();
        return jdbc.sql("select count(*) from " + open.sql() + " open_visit")
                .params(open.params())
                .query(Long.class)
                .single();
    }

    /**
     * Reads one index range for each status at each clinic. The query names the index, since H2 would use that of the
     * day otherwise.
     */
    private static KeysetUnion open(Map<ClinicId, LocalDate> todays, String columns, int most) {
        var union = new KeysetUnion();
        todays.forEach((clinic, today) -> AppointmentStatus.OPEN.forEach(status -> union.add(
                "select " + columns + " from appointment use index (appointment_to_close)"
                        + " where status = ? and clinic_id = ? and starts_on < ?",
                List.of(status.name(), clinic, today),
                "status, clinic_id, starts_on, starts_at, id",
                most)));
        return union;
    }

    /** Returns the appointments of a practitioner, including no-shows. */
    List<AppointmentRow> ofPractitioner(StaffId practitioner, LocalDate first, LocalDate last, int most) {
        return named(jdbc.sql(SensitivePatients.masked(NAMED.formatted("""
                select * from appointment
                where practitioner_id = :who and starts_on between :first and :last and status <> 'CANCELLED'
                order by practitioner_id, starts_on, starts_at, id limit :most""")))
                .param("who", practitioner)
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query(DayScheduleQuery::row)
                .list());
    }

    Optional<AppointmentRow> find(AppointmentId appointment) {
        return jdbc.sql(SensitivePatients.masked(NAMED.formatted("select * from appointment where id = ?")))
                .param(appointment)
                .query(DayScheduleQuery::row)
                .optional()
                .map(row -> named(List.of(row)).getFirst());
    }

    /** Adds the names of leads, which leads provides; asks only if there are any. */
    private List<AppointmentRow> named(List<AppointmentRow> rows) {
        var ofLeads =
                rows.stream().map(AppointmentRow::lead).filter(Objects::nonNull).collect(Collectors.toSet());
        if (ofLeads.isEmpty()) {
            return rows;
        }
        var names = leads.names(ofLeads);
        return rows.stream()
                .map(row -> row.lead() == null ? row : row.named(names.getOrDefault(row.lead(), "A lead")))
                .toList();
    }

    /** Returns the appointments of a patient's records from a day on. */
    List<AppointmentRow> findByPatient(Collection<PatientId> some, LocalDate first, int most) {
        return jdbc.sql(SensitivePatients.masked(
                        NAMED.formatted("""
                            select * from appointment
                            where subject_id in (:patients) and starts_on >= :first and subject_kind = 'PATIENT'
                            order by %s limit :most""".formatted(RecordOrder.by(some, "subject_id", "starts_on, starts_at")))))
                .param("patients", some)
                .param("first", first)
                .param("most", most)
                .query(DayScheduleQuery::row)
                .list();
    }

    /**
     * Returns another visit of a patient that overlaps with the wanted time.
     *
     * @param begins in minutes of UTC
     * @param but the appointment that is being moved there; null if there is none
     */
    Optional<AppointmentRow> atTheSameTime(
            PatientId patient, TimeSlot wanted, long begins, @Nullable AppointmentId but) {
        return jdbc
                .sql(SensitivePatients.masked(NAMED.formatted("""
                    select a.* from appointment a
                    where a.subject_id in (:patients) and a.starts_on between :first and :last and a.subject_kind = 'PATIENT'
                        and a.status not in ('CANCELLED', 'NO_SHOW') and a.practitioner_id <> :who
                        and %1$s < :ends and %1$s + a.minutes > :begins""".formatted(NextVisitQuery.BEGINS))))
                .param("patients", records.of(patient))
                .param("first", wanted.on().minusDays(1))
                .param("last", wanted.on().plusDays(1))
                .param("who", wanted.practitioner())
                .param("begins", begins)
                .param("ends", begins + wanted.minutes())
                .query(DayScheduleQuery::row)
                .list()
                .stream()
                .filter(row -> !row.id().equals(but))
                .findFirst();
    }

    /** Returns the changes of an appointment, in order. */
    List<AppointmentDetails.Change> changesOf(AppointmentId appointment) {
        return jdbc.sql("""
                select c.changed_at, c.status, c.detail, a.display_name, p.cancelled_late
                from appointment_change c join appointment p on p.id = c.appointment_id
                left join staff_account a on a.id = c.changed_by
                where c.appointment_id = ? order by c.changed_at, c.id""").param(appointment).query((row, n) -> change(row)).list();
    }

    private static AppointmentDetails.Change change(ResultSet row) throws SQLException {
        var status = AppointmentStatus.valueOf(row.getString("status"));
        var isCancelled = status == AppointmentStatus.CANCELLED;
        var detail = row.getString("detail");
        return new AppointmentDetails.Change(
                Utc.in(row, "changed_at"),
                status,
                ChangeDetail.movedFrom(status, detail).orElse(null),
                ChangeDetail.isTakenBack(status, detail),
                ChangeDetail.isMoveUndone(status, detail),
                isCancelled ? detail : "",
                isCancelled && row.getBoolean("cancelled_late"),
                Objects.requireNonNullElse(row.getString("display_name"), CurrentUser.SYSTEM.displayName()));
    }

    private static AppointmentRow row(ResultSet row, int n) throws SQLException {
        var room = row.getBytes("room_id");
        var subject = Ids.uuid(row.getBytes("subject_id"));
        var ofLead = SubjectKind.valueOf(row.getString("subject_kind")) == SubjectKind.LEAD;
        var type = AppointmentType.valueOf(row.getString("appointment_type"));
        return new AppointmentRow(
                new AppointmentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getInt("minutes"),
                row.getInt("buffer_minutes"),
                ofLead ? null : new PatientId(subject),
                ofLead ? new LeadId(subject) : null,
                ofLead ? "" : row.getString("shown_as"),
                new StaffId(Ids.uuid(row.getBytes("practitioner_id"))),
                (row.getString("title") + " " + row.getString("given") + " " + row.getString("family")).strip(),
                room == null ? null : Ids.uuid(room),
                type,
                AppointmentStatus.valueOf(row.getString("status")),
                isHeld(row.getString("open_flag_level"), type));
    }

    private static boolean isHeld(@Nullable String flagLevel, AppointmentType type) {
        return flagLevel != null
                && (type.isTreatment() && FlagLevel.holds().contains(flagLevel)
                        || type == AppointmentType.ADJUSTMENT
                                && FlagLevel.withoutThrust().contains(flagLevel));
    }
}
