package io.plumbline.reactions;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.OpenReaction;
import io.plumbline.plans.OpenReactions;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
            select r.*, a.display_name as recorder, f.display_name as follower
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
                .param("id", Ids.bytes(id.value()))
                .query(ReactionQuery::row)
                .optional();
    }

    /** Returns the reactions of a patient, open ones first, then the latest. */
    List<ReactionDetails> findByPatient(Collection<PatientId> records) {
        var rows = jdbc.sql(NAMED + "where r.patient_id in (:patients) order by case when " + OPEN + """
                 then 0 else 1 end, r.began_on desc, r.id desc limit :most""")
                .param("patients", Ids.bytes(records, PatientId::value))
                .param("most", MOST_OF_ONE)
                .query(ReactionQuery::row)
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var entries = jdbc.sql("""
                select e.*, a.display_name as taker, f.display_name as follower
                from adverse_reaction_entry e
                left join staff_account a on a.id = e.taken_by
                left join staff_account f on f.id = e.follow_up_by
                where e.reaction_id in (:reactions) order by e.taken_at, e.id""")
                .param("reactions", Ids.bytes(rows.stream().map(ReactionRow::id).toList(), ReactionId::value))
                .query((row, n) -> new EntryOf(new ReactionId(Ids.uuid(row.getBytes("reaction_id"))), entry(row)))
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
                .param("patients", Ids.bytes(records, PatientId::value))
                .param("most", MOST_OF_ONE)
                .query(ReactionQuery::row)
                .list();
    }

    @Override
    public List<String> findSevereOrOngoing(Collection<PatientId> records) {
        return jdbc.sql(
                        "select r.severity, r.outcome, r.began_on from adverse_reaction r where r.patient_id in (:patients) and "
                                + SEVERE_OR_ONGOING + " order by r.began_on desc, r.id")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> "An adverse reaction is open: " + words(row) + ", since "
                        + Dates.day(row.getObject("began_on", LocalDate.class)))
                .list();
    }

    /** Returns the most severe of those that are severe or ongoing, for the header. */
    Optional<OpenReaction> mostSevere(Collection<PatientId> records) {
        return jdbc.sql(
                        "select r.severity, r.outcome, r.began_on from adverse_reaction r where r.patient_id in (:patients) and "
                                + SEVERE_OR_ONGOING + " order by " + SEVERITY_RANK + ", r.began_on desc, r.id limit 1")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> new OpenReaction(words(row), row.getObject("began_on", LocalDate.class)))
                .optional();
    }

    private static String words(ResultSet row) throws SQLException {
        return ReactionSeverity.valueOf(row.getString("severity")).label().toLowerCase(Locale.ROOT) + ", "
                + ReactionOutcome.valueOf(row.getString("outcome")).label().toLowerCase(Locale.ROOT);
    }

    /** Returns the follow-ups of some patients that are due, the longest waiting first. */
    List<DueFollowUp> dueOf(Collection<PatientId> patients, Instant now, int limit) {
        return due("r.patient_id in (:some) and r.follow_up_at <= :now", false, patients, PatientId::value, now, limit);
    }

    /**
     * Returns the reactions of some patients that are severe or ongoing, most severe first, then the follow-ups that are due,
     * the longest waiting first.
     */
    List<DueFollowUp> standingOrDueOf(Collection<PatientId> patients, Instant now, int limit) {
        var which = "r.patient_id in (:some) and (r.follow_up_at <= :now or " + SEVERE_OR_ONGOING + ")";
        return due(which, true, patients, PatientId::value, now, limit);
    }

    /** Returns the follow-ups at some clinics that are due, the longest waiting first. */
    List<DueFollowUp> dueAt(Collection<ClinicId> clinics, Instant now, int limit) {
        return due("r.clinic_id in (:some) and r.follow_up_at <= :now", false, clinics, ClinicId::value, now, limit);
    }

    /** @param isStandingRead whether severity and outcome are read of those that are severe or ongoing */
    private <I> List<DueFollowUp> due(
            String where, boolean isStandingRead, Collection<I> some, Function<I, UUID> value, Instant now, int limit) {
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
                .param("some", Ids.bytes(some, value))
                .param("now", Utc.of(now))
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

    private static ReactionRow row(ResultSet row, int n) throws SQLException {
        var suspected = row.getString("suspected");
        var followUpOn = row.getObject("follow_up_on", LocalDate.class);
        return new ReactionRow(
                new ReactionId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                Ids.read(row, "note_id", NoteId::new),
                row.getObject("began_on", LocalDate.class),
                row.getObject("began_at", LocalTime.class),
                row.getString("description"),
                suspected == null ? null : AppointmentType.valueOf(suspected),
                row.getString("area"),
                ReactionSeverity.valueOf(row.getString("severity")),
                ReactionOutcome.valueOf(row.getString("outcome")),
                followUpOn == null
                        ? null
                        : new ReactionRow.FollowUp(
                                followUpOn,
                                Utc.in(row, "follow_up_at"),
                                new StaffId(Ids.uuid(row.getBytes("follow_up_by"))),
                                name(row, "follower"),
                                row.getString("follow_up_agreed")),
                name(row, "recorder"),
                Utc.in(row, "recorded_at"),
                row.getString("error_reason"));
    }

    private static ReactionDetails.Entry entry(ResultSet row) throws SQLException {
        var nextOn = row.getObject("follow_up_on", LocalDate.class);
        return new ReactionDetails.Entry(
                ReactionEntryKind.valueOf(row.getString("kind")),
                Utc.in(row, "taken_at"),
                name(row, "taker"),
                ReactionOutcome.valueOf(row.getString("outcome")),
                row.getString("words"),
                nextOn,
                nextOn == null ? "" : name(row, "follower"),
                Objects.toString(row.getString("follow_up_agreed"), ""));
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), CurrentUser.SYSTEM.displayName());
    }
}
