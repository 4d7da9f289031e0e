package io.plumbline.patients;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationReason;
import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.PatientDetails.MergedRecord;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            List<PatientId> records,
            long version,
            String number,
            PatientDraft draft,
            Set<ClinicId> clinics,
            @Nullable LocalDate nextVisitOn,
            @Nullable LocalTime nextVisitAt,
            boolean clinicalHold,
            boolean thrustHold,
            boolean sensitive,
            PatientStatus status,
            @Nullable LocalDate statusSince,
            @Nullable SameName sameName,
            PatientDetails.@Nullable PlanProgress plan,
            @Nullable Instant addedAt,
            @Nullable String changedBy,
            PatientDetails.@Nullable ClinicalHeader clinical) {
        String name() {
            return draft.name();
        }

        /** Returns a copy with the records that are read as one, first this one. */
        Head with(Collection<PatientId> merged) {
            if (merged.isEmpty()) {
                return this;
            }
            var all = new LinkedHashSet<PatientId>(List.of(id));
            all.addAll(merged);
            return RecordVersions.with(this, "records", List.copyOf(all));
        }
    }

    /**
     * Returns the header, of the record under which the patient is read; reads clinical columns only if the relation
     * allows it.
     */
    Optional<Head> head(PatientId id, PatientScope scope) {
        var clinical = scope.isClinical(id);
        var clinics = new HashSet<ClinicId>();
        var merged = new TreeSet<PatientId>(Comparator.comparing(PatientId::value));
        return jdbc
                .sql("""
                    select p.*, a.display_name as changer, s.next_visit_on, s.next_visit_at, s.plan_title, s.planned_visits,
                        s.delivered_visits, s.status, s.status_since, coalesce(s.open_flag_level in (:holds), false) as clinical_hold,
                        coalesce(s.open_flag_level in (:withoutThrust), false) as thrust_hold,
                        %s, c.clinic_id, o.patient_id as record_id, %s as is_sensitive,
                        %s
                    from patient p
                    left join patient_read_as o on o.read_as_id = p.id
                    left join patient_summary s on s.patient_id = p.id
                    left join patient_clinic c on c.patient_id = p.id
                    left join staff_account a on a.id = p.changed_by
                    where p.id = coalesce((select r.read_as_id from patient_read_as r where r.patient_id = :id), :id)%s""".formatted(
                                clinical
                                        ? "s.open_flag_level, s.open_reaction, s.open_reaction_since"
                                        : "null as open_flag_level, null as open_reaction, null as open_reaction_since",
                                SensitivePatients.isMarked("p.id"),
                                SameNameColumns.of(),
                                clinical ? "" : " and " + SensitivePatients.visible("p.id")))
                .param("holds", FlagLevel.holds())
                .param("withoutThrust", FlagLevel.withoutThrust())
                .param("id", id)
                .query((row, n) -> {
                    var clinic = row.getBytes("clinic_id");
                    if (clinic != null) {
                        clinics.add(new ClinicId(Ids.uuid(clinic)));
                    }
                    var record = Ids.read(row, "record_id", PatientId::new);
                    if (record != null) {
                        merged.add(record);
                    }
                    return head(row, clinics, clinical);
                })
                .list()
                .stream()
                .findFirst()
                .map(patient -> patient.with(merged))
                .filter(patient -> clinical || !Collections.disjoint(clinics, scope.clinics()));
    }

    private static Head head(ResultSet row, Set<ClinicId> clinics, boolean clinical) throws SQLException {
        var title = row.getString("plan_title");
        var level = row.getString("open_flag_level");
        var id = PatientRowMapper.id(row);
        return new Head(
                id,
                List.of(id),
                row.getLong("version"),
                PatientRowMapper.number(row),
                draft(row),
                Collections.unmodifiableSet(clinics),
                row.getObject("next_visit_on", LocalDate.class),
                row.getObject("next_visit_at", LocalTime.class),
                row.getBoolean("clinical_hold"),
                row.getBoolean("thrust_hold"),
                row.getBoolean("is_sensitive"),
                PatientRowMapper.status(row),
                row.getObject("status_since", LocalDate.class),
                SameNameColumns.read(row),
                title == null
                        ? null
                        : new PatientDetails.PlanProgress(
                                title, row.getInt("planned_visits"), row.getInt("delivered_visits")),
                row.getObject("added_at") == null ? null : Utc.in(row, "added_at"),
                row.getString("changer"),
                clinical
                        ? new PatientDetails.ClinicalHeader(
                                level == null ? null : FlagLevel.valueOf(level), openReaction(row))
                        : null);
    }

    private static @Nullable OpenReaction openReaction(ResultSet row) throws SQLException {
        var words = row.getString("open_reaction");
        return words == null ? null : new OpenReaction(words, row.getObject("open_reaction_since", LocalDate.class));
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
                        PatientReach.OtherPhonesColumn.read(row.getString("other_phones")),
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

    /**
     * What is recorded about a patient besides the header.
     *
     * @param alertsOf the same alerts, by the record that has them
     */
    record Noted(
            List<AlertRow> alerts,
            List<ConsentRow> consents,
            List<CareTeamMember> careTeam,
            List<FileUndone> undone,
            List<MergedRecord> merged,
            Map<PatientId, List<AlertRow>> alertsOf) {}

    /**
     * Returns what is recorded; reads alerts for clinicians only for clinicians. An alert or consent that was recorded
     * by mistake and undone is only among what was undone, so that nobody treats by it.
     */
    Noted noted(List<PatientId> records, boolean clinical, LocalDate today) {
        var noted = new Noted(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>());
        jdbc.sql("""
                select 'ALERT' as noted, a.id, a.version, a.kind, a.words, a.audience, a.starts_on, a.ends_on, a.added_at,
                    a.added_by, s.display_name, s.display_name as display_name_2, a.added_by as by_2, a.ended_at as done_at,
                    null as text_id, null as number, null as language, null as newest, null as asked, null as given_by,
                    null as given_name, null as given_way, null as given_from, null as replaced_on,
                    a.patient_id as record_id, a.regions
                from patient_alert a left join staff_account s on s.id = a.added_by
                where a.patient_id in (:patients) and a.audience in (:audiences) and a.undone_at is null
                union all
                select 'CONSENT', c.id, c.version, c.kind, c.wording,
                    coalesce(o.unproven, case when o.from_clinic then 'CLINIC' else '' end), c.given_on, c.withdrawn_on,
                    c.recorded_at, c.taken_by, s.display_name, w.display_name, c.withdrawal_taken_by, o.confirmed_at,
                    c.text_id, v.number, x.language,
                    (select max(n.number) from consent_text t join consent_text_version n on n.text_id = t.id
                        where t.kind = c.kind and t.language = coalesce(x.language, 'ENGLISH') and n.valid_from <= :today),
                    (select max(n.number) from consent_text t join consent_text_version n on n.text_id = t.id
                        where t.kind = c.kind and t.language = coalesce(x.language, 'ENGLISH') and n.valid_from <= :today
                            and n.ask_again),
                    c.given_by, c.given_name, c.given_way, c.given_from, c.replaced_on, c.patient_id, k.display_name
                from patient_consent c left join staff_account s on s.id = c.taken_by
                    left join staff_account w on w.id = c.withdrawal_taken_by
                    left join online_intake o on o.id = c.online_intake_id left join staff_account k on k.id = o.confirmed_by
                    left join consent_text_version v on v.id = c.text_id left join consent_text x on x.id = v.text_id
                where c.patient_id in (:patients) and c.undone_at is null
                union all
                select u.what, u.id, 0, coalesce(a.kind, c.kind), a.words, '', null, null, u.undone_at,
                    u.undone_by, s.display_name, null, null, u.done_at,
                    null, null, null, null, null, null, null, null, null, null, u.patient_id, null
                from patient_file_undone u left join patient_alert a on a.id = u.record_id
                    left join patient_consent c on c.id = u.record_id left join staff_account s on s.id = u.undone_by
                where u.patient_id in (:patients) and (a.id is null or a.audience in (:audiences))
                union all
                select 'TEAM', t.id, 0, min(r.reason), min(case when r.reason = 'CARE_TEAM' then m.team_role end), '',
                    null, null, null,
                    t.id, concat(t.title, ' ', t.given_name, ' ', t.family_name), null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null, null
                from patient_relation r join practitioner t on t.id = r.staff_id
                    left join care_team_role m on m.patient_id = r.patient_id and m.staff_id = r.staff_id
                where r.patient_id in (:patients) and r.reason in (:care) and r.from_on <= :today and r.until_on >= :today
                group by t.id, t.title, t.given_name, t.family_name
                union all
                select 'MERGED', p.id, p.patient_number, '', trim(concat(p.given_name, ' ', p.family_name)), '', p.birth_date, null,
                    m.merged_at, m.merged_by, s.display_name, m.reason, null, null,
                    null, null, null, null, null, null, null, null, null, null, m.kept_id, null
                from patient_alias m join patient p on p.id = m.patient_id
                    left join staff_account s on s.id = m.merged_by
                where m.merged_patient_id in (:patients)
                order by noted, starts_on desc, id""")
                .param("patients", records)
                .param("audiences", audiences(clinical))
                .param("care", List.of(RelationReason.CARE_TEAM.name(), RelationReason.PLAN.name()))
                .param("today", today)
                .query((row, n) -> NotedRows.add(row, noted))
                .list();
        if (!noted.merged().isEmpty()) {
            var drafts = drafts(noted.merged().stream().map(MergedRecord::id).toList());
            noted.merged().replaceAll(record -> record.with(Objects.requireNonNull(drafts.get(record.id()))));
        }
        return noted;
    }

    private Map<PatientId, PatientDraft> drafts(List<PatientId> some) {
        var drafts = new HashMap<PatientId, PatientDraft>();
        jdbc.sql("select * from patient where id in (:some)")
                .param("some", some)
                .query(row -> {
                    drafts.put(PatientRowMapper.id(row), draft(row));
                });
        return drafts;
    }

    private static List<String> audiences(boolean clinical) {
        return clinical
                ? List.of(AlertAudience.EVERYBODY.name(), AlertAudience.CLINICIANS.name())
                : List.of(AlertAudience.EVERYBODY.name());
    }
}
