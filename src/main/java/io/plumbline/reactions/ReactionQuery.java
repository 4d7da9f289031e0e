package io.plumbline.reactions;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.OpenReaction;
import io.plumbline.plans.OpenReactions;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the reactions of a patient with their history, and the follow-ups that are due. */
@Repository
class ReactionQuery implements OpenReactions {
    private static final int MOST_OF_ONE = 200;

    /** After the place of every severity. */
    private static final int NOT_STANDING = 100;

    /** With the names of who recorded it, and of who follows up. */
    private static final String NAMED = """
            select r.id, r.version, r.patient_id, r.clinic_id, r.note_id, r.began_on, r.began_at, r.description, r.suspected,
                r.area, r.severity, r.outcome, r.follow_up_on, r.follow_up_at, r.follow_up_by as follow_up_staff,
                case when r.follow_up_by is not null then coalesce(f.display_name, 'Plumbline') end as follow_up_by,
                case when r.follow_up_on is not null then coalesce(r.follow_up_agreed, '') end as follow_up_agreed,
                coalesce(a.display_name, 'Plumbline') as recorded_by, r.recorded_at, r.error_reason
            from adverse_reaction r
            left join staff_account a on a.id = r.recorded_by
            left join staff_account f on f.id = r.follow_up_by
        """;

    private static final String OPEN = "r.error_reason is null and r.outcome in ("
            + Arrays.stream(ReactionOutcome.values())
                    .filter(outcome -> !outcome.isOver())
                    .map(outcome -> "'" + outcome.name() + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    /** What a clinician is told of at once. */
    static final String SEVERE_OR_ONGOING = "(" + OPEN + " and (r.severity = 'SEVERE' or r.outcome = 'ONGOING'))";

    private static final String SEVERITY_RANK = "locate(r.severity, 'SEVERE MODERATE MILD')";

    private final JdbcClient jdbc;

    ReactionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReactionRow> find(ReactionId id) {
        return jdbc.sql(NAMED + "where r.id = :id")
                .param("id", id)
                .query(ReactionRow.class)
                .optional();
    }

    /** Returns the reactions of a patient, open ones first, then the latest. */
    List<ReactionDetails> findByPatient(Collection<PatientId> records) {
        var rows = jdbc.sql(NAMED + "where r.patient_id in (:patients) order by case when " + OPEN + """
                 then 0 else 1 end, r.began_on desc, r.id desc limit :most""")
                .param("patients", records)
                .param("most", MOST_OF_ONE)
                .query(ReactionRow.class)
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var entries = jdbc.sql("""
                select e.reaction_id, e.kind, e.taken_at as at, coalesce(a.display_name, 'Plumbline') as `by`, e.outcome, e.words,
                    e.follow_up_on as next_on, coalesce(e.follow_up_agreed, '') as agreed,
                    case when e.follow_up_on is null then '' else coalesce(f.display_name, 'Plumbline') end as next_by
                from adverse_reaction_entry e
                left join staff_account a on a.id = e.taken_by
                left join staff_account f on f.id = e.follow_up_by
                where e.reaction_id in (:reactions) order by e.taken_at, e.id""")
                .param("reactions", rows.stream().map(ReactionRow::id).toList())
                .query(EntryOf.class)
                .list();
        var history = entries.stream()
                .collect(Collectors.groupingBy(
                        EntryOf::reaction, Collectors.mapping(EntryOf::entry, Collectors.toList())));
        return rows.stream()
                .map(row -> new ReactionDetails(row, history.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private record EntryOf(ReactionId reaction, ReactionDetails.Entry entry) {}

    /** Returns the open reactions of a patient, the latest first. */
    List<ReactionRow> openOf(Collection<PatientId> records) {
        return jdbc.sql(NAMED + "where r.patient_id in (:patients) and " + OPEN + """
                 order by r.began_on desc, r.id desc limit :most""")
                .param("patients", records)
                .param("most", MOST_OF_ONE)
                .query(ReactionRow.class)
                .list();
    }

    @Override
    public List<String> findSevereOrOngoing(Collection<PatientId> records) {
        return jdbc.sql(
                        "select r.severity, r.outcome, r.began_on from adverse_reaction r where r.patient_id in (:patients) and "
                                + SEVERE_OR_ONGOING + " order by r.began_on desc, r.id")
                .param("patients", records)
                .query((row, n) -> "An adverse reaction is open: " + words(row) + ", since "
                        + Dates.day(row.getObject("began_on", LocalDate.class)))
                .list();
    }

    /** Returns the most severe of those that are severe or ongoing, for the header. */
    Optional<OpenReaction> mostSevere(Collection<PatientId> records) {
        return jdbc.sql(
                        "select r.severity, r.outcome, r.began_on from adverse_reaction r where r.patient_id in (:patients) and "
                                + SEVERE_OR_ONGOING + " order by " + SEVERITY_RANK + ", r.began_on desc, r.id limit 1")
                .param("patients", records)
                .query((row, n) -> new OpenReaction(words(row), row.getObject("began_on", LocalDate.class)))
                .optional();
    }

    private static String words(ResultSet row) throws SQLException {
        return ReactionSeverity.valueOf(row.getString("severity")).label().toLowerCase(Locale.ROOT) + ", "
                + ReactionOutcome.valueOf(row.getString("outcome")).label().toLowerCase(Locale.ROOT);
    }

    /** Returns the follow-ups of some patients that are due, the longest waiting first. */
    List<DueFollowUp> dueOf(Collection<PatientId> patients, Instant now, int limit) {
        return due("r.patient_id in (:some) and r.follow_up_at <= :now", false, patients, now, limit);
    }

    /**
     * Returns the reactions of some patients that are severe or ongoing, most severe first, then the follow-ups that are due,
     * the longest waiting first.
     */
    List<DueFollowUp> standingOrDueOf(Collection<PatientId> patients, Instant now, int limit) {
        var which = "r.patient_id in (:some) and (r.follow_up_at <= :now or " + SEVERE_OR_ONGOING + ")";
        return due(which, true, patients, now, limit);
    }

    /** Returns the follow-ups at some clinics that are due, the longest waiting first. */
    List<DueFollowUp> dueAt(Collection<ClinicId> clinics, Instant now, int limit) {
        return due("r.clinic_id in (:some) and r.follow_up_at <= :now", false, clinics, now, limit);
    }

    /** @param isStandingRead whether severity and outcome are read of those that are severe or ongoing */
    private List<DueFollowUp> due(
            String where, boolean isStandingRead, Collection<? extends Id> some, Instant now, int limit) {
        if (some.isEmpty()) {
            return List.of();
        }
        var standing = isStandingRead
                ? "r.severity, r.outcome, r.began_on, case when " + SEVERE_OR_ONGOING + " then " + SEVERITY_RANK
                        + " else " + NOT_STANDING + " end as standing"
                : NOT_STANDING + " as standing";
        return jdbc.sql(SensitivePatients.masked("""
                select r.*, p.shown_as, f.display_name
                from (select r.id, r.patient_id, r.follow_up_on, r.follow_up_at, r.follow_up_by, %s
                      from adverse_reaction r where %s
                      order by standing, r.follow_up_at, r.id limit :most) r
                join patient p on p.id = r.patient_id
                left join staff_account f on f.id = r.follow_up_by
                order by r.standing, r.follow_up_at, r.id""".formatted(standing, where)))
                .param("some", some)
                .param("now", now)
                .param("most", limit)
                .query((row, n) -> new DueFollowUp(
                        new ReactionId(Ids.uuid(row.getBytes("id"))),
                        new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                        row.getString("shown_as"),
                        row.getInt("standing") < NOT_STANDING
                                ? words(row) + ", since " + Dates.day(row.getObject("began_on", LocalDate.class))
                                : "",
                        due(row, now)))
                .list();
    }

    private static DueFollowUp.@Nullable Due due(ResultSet row, Instant now) throws SQLException {
        if (row.getObject("follow_up_at") == null || Utc.in(row, "follow_up_at").isAfter(now)) {
            return null;
        }
        return new DueFollowUp.Due(
                row.getObject("follow_up_on", LocalDate.class), Utc.in(row, "follow_up_at"), name(row, "display_name"));
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), CurrentUser.SYSTEM.displayName());
    }
}
