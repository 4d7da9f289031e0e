package io.plumbline.patients;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationReason;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.Caller;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one patient: the header in one statement; alerts, consents and care team in another. */
@Repository
class PatientFileQuery {
    private final JdbcClient jdbc;

    PatientFileQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one-row header of a patient in the scope, and the clinics at which the patient is registered. */
    record Head(
            PatientId id,
            long version,
            String number,
            PatientDraft draft,
            Set<ClinicId> clinics,
            @Nullable LocalDate nextVisitOn,
            @Nullable LocalTime nextVisitAt,
            boolean clinicalHold,
            boolean thrustHold,
            PatientDetails.@Nullable PlanProgress plan,
            @Nullable Instant addedAt,
            @Nullable String changedBy,
            PatientDetails.@Nullable ClinicalHeader clinical) {
        String name() {
            return draft.givenName() + " " + draft.familyName();
        }
    }

    /** Returns the header; reads clinical columns only if the relation allows it. */
    Optional<Head> head(PatientId id, PatientScope scope) {
        var clinical = scope.isClinical(id);
        var clinics = new HashSet<ClinicId>();
        return jdbc
                .sql("""
                select p.*, a.display_name as changer, s.next_visit_on, s.next_visit_at, s.plan_title, s.planned_visits,
                    s.delivered_visits, coalesce(s.open_flag_level in (:holds), false) as clinical_hold,
                    coalesce(s.open_flag_level in (:withoutThrust), false) as thrust_hold,
                    %s as open_flag_level, c.clinic_id
                from patient p
                left join patient_summary s on s.patient_id = p.id
                left join patient_clinic c on c.patient_id = p.id
                left join staff_account a on a.id = p.changed_by
                where p.id = :id""".formatted(clinical ? "s.open_flag_level" : "null"))
                .param("holds", FlagLevel.holds())
                .param("withoutThrust", FlagLevel.withoutThrust())
                .param("id", Ids.bytes(id.value()))
                .query((row, n) -> {
                    var clinic = row.getBytes("clinic_id");
                    if (clinic != null) {
                        clinics.add(new ClinicId(Ids.uuid(clinic)));
                    }
                    return head(row, clinics, clinical);
                })
                .list()
                .stream()
                .findFirst()
                .filter(patient -> clinical || !Collections.disjoint(clinics, scope.clinics()));
    }

    private static Head head(ResultSet row, Set<ClinicId> clinics, boolean clinical) throws SQLException {
        var title = row.getString("plan_title");
        var level = row.getString("open_flag_level");
        return new Head(
                PatientRowMapper.id(row),
                row.getLong("version"),
                PatientRowMapper.number(row),
                draft(row),
                Collections.unmodifiableSet(clinics),
                row.getObject("next_visit_on", LocalDate.class),
                row.getObject("next_visit_at", LocalTime.class),
                row.getBoolean("clinical_hold"),
                row.getBoolean("thrust_hold"),
                title == null
                        ? null
                        : new PatientDetails.PlanProgress(
                                title, row.getInt("planned_visits"), row.getInt("delivered_visits")),
                row.getObject("added_at") == null ? null : Utc.in(row, "added_at"),
                row.getString("changer"),
                clinical ? new PatientDetails.ClinicalHeader(level == null ? null : FlagLevel.valueOf(level)) : null);
    }

    private static PatientDraft draft(ResultSet row) throws SQLException {
        return new PatientDraft(
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("preferred_name"),
                row.getString("former_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("pronouns"),
                row.getString("spoken_language"),
                value(row.getString("phone"), PhoneNumber::new),
                value(row.getString("email"), EmailAddress::new),
                row.getString("occupation"),
                row.getString("referred_by"),
                new EmergencyContact(
                        row.getString("emergency_name"),
                        row.getString("emergency_relation"),
                        value(row.getString("emergency_phone"), PhoneNumber::new)),
                new Guardian(
                        row.getString("guardian_name"),
                        row.getString("guardian_relation"),
                        row.getString("guardian_contact"),
                        row.getString("guardian_proof")),
                new PatientReach(
                        value(row.getString("phone_kind"), PhoneKind::valueOf),
                        OtherPhonesColumn.read(row.getString("other_phones")),
                        new PostalAddress(
                                row.getString("address_line1"),
                                row.getString("address_line2"),
                                row.getString("city"),
                                row.getString("region"),
                                row.getString("postal_code"),
                                row.getString("country")),
                        row.getBoolean("interpreter")));
    }

    private static <V> @Nullable V value(@Nullable String text, Function<String, V> read) {
        return text == null ? null : read.apply(text);
    }

    /** What is recorded about a patient besides the header. */
    record Noted(
            List<AlertRow> alerts, List<ConsentRow> consents, List<CareTeamMember> careTeam, List<FileUndone> undone) {}

    /**
     * Returns what is recorded; reads alerts for clinicians only for clinicians. An alert or consent that was recorded
     * by mistake and undone is only among what was undone, so that nobody treats by it.
     */
    Noted noted(PatientId patient, boolean clinical, LocalDate today) {
        var noted = new Noted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        jdbc.sql("""
                select 'ALERT' as noted, a.id, a.version, a.kind, a.words, a.audience, a.starts_on, a.ends_on, a.added_at,
                    a.added_by, s.display_name, s.display_name as display_name_2, a.added_by as by_2, a.ended_at as done_at
                from patient_alert a left join staff_account s on s.id = a.added_by
                where a.patient_id = :patient and a.audience in (:audiences) and a.undone_at is null
                union all
                select 'CONSENT', c.id, c.version, c.kind, c.wording, '', c.given_on, c.withdrawn_on, null,
                    c.taken_by, s.display_name, w.display_name, c.withdrawal_taken_by, null
                from patient_consent c left join staff_account s on s.id = c.taken_by
                    left join staff_account w on w.id = c.withdrawal_taken_by
                where c.patient_id = :patient and c.undone_at is null
                union all
                select u.what, u.id, 0, coalesce(a.kind, c.kind), a.words, '', null, null, u.undone_at,
                    u.undone_by, s.display_name, null, null, u.done_at
                from patient_file_undone u left join patient_alert a on a.id = u.record_id
                    left join patient_consent c on c.id = u.record_id left join staff_account s on s.id = u.undone_by
                where u.patient_id = :patient and (a.id is null or a.audience in (:audiences))
                union all
                select 'TEAM', t.id, 0, min(r.reason), '', '', null, null, null,
                    t.id, concat(t.title, ' ', t.given_name, ' ', t.family_name), null, null, null
                from patient_relation r join practitioner t on t.id = r.staff_id
                where r.patient_id = :patient and r.reason in (:care) and r.from_on <= :today and r.until_on >= :today
                group by t.id, t.title, t.given_name, t.family_name
                order by noted, starts_on desc, id""")
                .param("patient", Ids.bytes(patient.value()))
                .param("audiences", audiences(clinical))
                .param("care", List.of(RelationReason.CARE_TEAM.name(), RelationReason.PLAN.name()))
                .param("today", today)
                .query((row, n) -> sort(row, noted))
                .list();
        return noted;
    }

    private static List<String> audiences(boolean clinical) {
        return clinical
                ? List.of(AlertAudience.EVERYBODY.name(), AlertAudience.CLINICIANS.name())
                : List.of(AlertAudience.EVERYBODY.name());
    }

    private static Noted sort(ResultSet row, Noted noted) throws SQLException {
        switch (row.getString("noted")) {
            case "ALERT" -> noted.alerts().add(alert(row));
            case "CONSENT" -> noted.consents().add(consent(row));
            // of several reasons, the first by name, which is the care team
            case "TEAM" ->
                noted.careTeam()
                        .add(new CareTeamMember(
                                new StaffId(Ids.uuid(row.getBytes("id"))),
                                row.getString("display_name").strip(),
                                row.getString("kind").equals(RelationReason.CARE_TEAM.name())));
            default -> noted.undone().add(undone(row));
        }
        return noted;
    }

    private static AlertRow alert(ResultSet row) throws SQLException {
        return new AlertRow(
                new AlertId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                AlertKind.valueOf(row.getString("kind")),
                row.getString("words"),
                AlertAudience.valueOf(row.getString("audience")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("display_name"), Caller.SYSTEM.displayName()),
                isMine(row, "added_by"));
    }

    private static ConsentRow consent(ResultSet row) throws SQLException {
        return new ConsentRow(
                new ConsentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                ConsentKind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("starts_on", LocalDate.class),
                Objects.toString(row.getString("display_name"), Caller.SYSTEM.displayName()),
                row.getObject("ends_on", LocalDate.class),
                row.getString("display_name_2"),
                isMine(row, "added_by"),
                isMine(row, "by_2"));
    }

    private static FileUndone undone(ResultSet row) throws SQLException {
        return FileUndone.of(
                FileUndone.Action.valueOf(row.getString("noted")),
                row.getString("kind"),
                row.getString("words"),
                Utc.in(row, "done_at"),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("display_name"), Caller.SYSTEM.displayName()),
                isMine(row, "added_by"));
    }

    private static boolean isMine(ResultSet row, String column) throws SQLException {
        var by = row.getBytes(column);
        return by != null && new StaffId(Ids.uuid(by)).equals(Caller.current().staff());
    }
}
