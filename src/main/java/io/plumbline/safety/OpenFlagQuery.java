package io.plumbline.safety;

import io.plumbline.access.RelationReason;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the red flags of some patients that need a decision or are in force, and those that a chiropractor of the clinic may
 * take: most urgent first, and per level longest waiting first.
 */
@Repository
class OpenFlagQuery {
    /** More are not counted. */
    private static final int MOST_COUNTED = 1000;

    private static final String RANK = "locate(flag_level, '" + FlagLevel.inOrder() + "')";
    private static final String AWAITING = "status in (" + quoted(FlagStatus.AWAITING_DECISION) + ")";

    /** What needs a decision: also a referred flag that somebody proposed to clear. */
    private static final String OPEN =
            "(" + AWAITING + " or proposed_at is not null and status in (" + quoted(FlagStatus.AWAITING_OUTCOME) + "))";

    /** The same rule as {@link FlagStatus#isInForce}. */
    static final String IN_FORCE = "(" + AWAITING + " or status in (" + quoted(FlagStatus.AWAITING_OUTCOME)
            + ") and flag_level in ('" + String.join("', '", FlagLevel.withoutThrust()) + "'))";

    private static final String IN_ORDER = RANK + ", raised_at, id";

    private static final String OF_MINE = """
            select id, version, subject_id, clinic_id, rule_id, flag, flag_level, status, raised_at, raised_by, found_in,
                acknowledged_at, acknowledged_by, proposed_at, proposed_by, proposed_reason, examined_by, examination,
                examined_on, finding, finding_on, examined_place, examiner_staff, examiner_contact, examiner_role,
                document_asked_on, document_id, 0 as to_take
            from red_flag where subject_id in (%s) and %s""";

    /** Of these nothing is read but what stands on the list; the other columns are null. */
    private static final String TO_TAKE = """
            select id, %1$s, subject_id, clinic_id, %2$s, flag_level, %3$s, raised_at, %4$s, 1 as to_take
            from red_flag where clinic_id in (%%s) and flag_level in ('%5$s') and %6$s and %%s""".formatted(
                    nothing("version"),
                    nothing("rule_id", "flag"),
                    nothing("status"),
                    nothing(
                            "raised_by",
                            "found_in",
                            "acknowledged_at",
                            "acknowledged_by",
                            "proposed_at",
                            "proposed_by",
                            "proposed_reason",
                            "examined_by",
                            "examination",
                            "examined_on",
                            "finding",
                            "finding_on",
                            "examined_place",
                            "examiner_staff",
                            "examiner_contact",
                            "examiner_role",
                            "document_asked_on",
                            "document_id"),
                    String.join("', '", FlagLevel.holds()),
                    OPEN);

    /** Whether a colleague opened the record of a sensitive patient for whom the reader is named, and nobody reviewed it yet. */
    private static final String IS_TOLD = """
            case when exists (select 1 from sensitive_patient_reader n
                join break_glass_access b on b.patient_id = n.patient_id and b.staff_id <> n.staff_id
                    and b.reviewed_at is null
                where n.staff_id = ?) then 1 else 0 end as is_told""";

    private static final String TAKEN_BY_A_COLLEAGUE =
            """
            exists (select 1 from patient_relation t join staff_account a on a.id = t.staff_id and a.status = 'ACTIVE'
                where t.patient_id = red_flag.subject_id and t.reason = '%s' and t.source_id = red_flag.id
                  and t.until_on >= ? and %s)""".formatted(RelationReason.TAKEN_FLAG, SensitivePatients.visibleTo("t.staff_id", "t.patient_id"));

    private final JdbcClient jdbc;
    private final ScreeningRules rules;
    private final BreakGlassClock openings;

    OpenFlagQuery(JdbcClient jdbc, ScreeningRules rules, BreakGlassClock openings) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.openings = openings;
    }

    /**
     * The flags on a person's list.
     *
     * @param reader whose list it is
     * @param mine patients in relation, whose flags the person reads
     * @param clinics at which the person is a chiropractor, and may take the emergency and urgent flags of all others
     * @param today in UTC, as the days of relations are
     */
    record Reach(StaffId reader, Collection<PatientId> mine, Collection<ClinicId> clinics, LocalDate today) {}

    /** Returns the first flags, most urgent first, and how many are open, in one statement. */
    SafetyService.FirstFlags first(Reach reach, int limit) {
        var union = union(reach, "", List.of(), MOST_COUNTED);
        if (union.isEmpty()) {
            return new SafetyService.FirstFlags(List.of(), 0, true);
        }
        var count = new AtomicLong();
        var isTold = new AtomicBoolean(true);
        var page = union.page("every_range.*, count(*) over () as of_all, " + IS_TOLD, IN_ORDER, limit);
        var params = new ArrayList<Object>(List.of(reach.reader()));
        params.addAll(page.params());
        var rows = named(new KeysetUnion.Part(page.sql(), params), (row, n) -> {
            count.set(row.getLong("of_all"));
            isTold.set(row.getInt("is_told") == 1);
            return item(row);
        });
        return new SafetyService.FirstFlags(rows, count.get(), isTold.get());
    }

    List<ReviewItem> page(Reach reach, FlagFilter filter, @Nullable ReviewItem after, int limit) {
        var where = new StringBuilder();
        var params = new ArrayList<Object>();
        if (filter.level() != null) {
            where.append(" and flag_level = ?");
            params.add(filter.level().name());
        }
        if (filter.clinic() != null) {
            where.append(" and clinic_id = ?");
            params.add(filter.clinic());
        }
        if (after != null) {
            where.append(
                    " and %1$s >= ? and (%1$s > ? or raised_at >= ? and (raised_at > ? or id > ?))".formatted(RANK));
            var rank = after.level().ordinal() + 1;
            params.addAll(List.of(rank, rank, after.waitingSince(), after.waitingSince(), after.key()));
        }
        return page(reach, where.toString(), params, limit);
    }

    Optional<ReviewItem> find(Reach reach, FlagId id) {
        return page(reach, " and id = ?", List.of(id), 1).stream().findFirst();
    }

    private List<ReviewItem> page(Reach reach, String condition, List<?> its, int limit) {
        var union = union(reach, condition, its, limit);
        return union.isEmpty() ? List.of() : named(union.page(IN_ORDER, limit), (row, n) -> item(row));
    }

    /** Returns how many flags there are, up to 1,000. */
    long count(Reach reach) {
        var union = union(reach, "", List.of(), MOST_COUNTED);
        if (union.isEmpty()) {
            return 0;
        }
        var counted = union.count(MOST_COUNTED);
        return jdbc.sql(counted.sql())
                .params(counted.params())
                .query(Long.class)
                .single();
    }

    /** Returns the flags in force, including referred ones. */
    List<FlagRow> inForce(Collection<PatientId> mine, int limit) {
        var union = new KeysetUnion();
        addMine(union, mine, IN_FORCE, List.of(), limit);
        return union.isEmpty() ? List.of() : named(union.page(IN_ORDER, limit), (row, n) -> row(row));
    }

    /** Returns the branches of the flags of one's own patients and of those to take, as far as there are any. */
    private static KeysetUnion union(Reach reach, String condition, List<?> its, int limit) {
        var union = new KeysetUnion();
        addMine(union, reach.mine(), OPEN + condition, its, limit);
        if (!reach.clinics().isEmpty()) {
            var values = new ArrayList<Object>(reach.clinics());
            var others = "not " + TAKEN_BY_A_COLLEAGUE;
            values.add(reach.today());
            if (!reach.mine().isEmpty()) {
                others = "subject_id not in (" + marks(reach.mine()) + ") and " + others;
                values.addAll(reach.clinics().size(), reach.mine());
            }
            values.addAll(its);
            union.add(TO_TAKE.formatted(marks(reach.clinics()), others + condition), values, IN_ORDER, limit);
        }
        return union;
    }

    private static void addMine(
            KeysetUnion union, Collection<PatientId> mine, String condition, List<?> its, int limit) {
        if (!mine.isEmpty()) {
            var values = new ArrayList<Object>(mine);
            values.addAll(its);
            union.add(OF_MINE.formatted(marks(mine), condition), values, IN_ORDER, limit);
        }
    }

    /** Joins the names to the rows of a page; that of a sensitive patient to nobody's who is not named. */
    private <R> List<R> named(KeysetUnion.Part page, RowMapper<R> mapper) {
        var isHidden = "f.to_take = 1 and not (" + SensitivePatients.visible("f.subject_id") + ")";
        return jdbc.sql("""
                select f.*, case when %1$s then null else p.shown_as end as shown_as,
                    case when %1$s then 1 else 0 end as is_hidden,
                    coalesce(s.display_name, ?) as raiser, k.display_name as acknowledger,
                    q.display_name as proposer
                from (%2$s) f
                left join patient p on p.id = f.subject_id
                left join staff_account s on s.id = f.raised_by
                left join staff_account k on k.id = f.acknowledged_by
                left join staff_account q on q.id = f.proposed_by
                order by %3$s, f.raised_at, f.id""".formatted(isHidden, page.sql(), RANK))
                .param(CurrentUser.SYSTEM.displayName())
                .params(page.params())
                .query(mapper)
                .list();
    }

    private static String quoted(Collection<FlagStatus> statuses) {
        return statuses.stream().map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
    }

    private static String marks(Collection<?> some) {
        return String.join(", ", Collections.nCopies(some.size(), "?"));
    }

    /** Returns columns as nulls of their own types. */
    private static String nothing(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "case when 1 = 0 then " + column + " end as " + column)
                .collect(Collectors.joining(", "));
    }

    private ReviewItem item(ResultSet row) throws SQLException {
        return row.getInt("to_take") == 1 ? toTake(row) : row(row);
    }

    private FlagToTake toTake(ResultSet row) throws SQLException {
        var clinic = new ClinicId(Ids.uuid(row.getBytes("clinic_id")));
        var level = FlagLevel.valueOf(row.getString("flag_level"));
        var raisedAt = Utc.in(row, "raised_at");
        var isHidden = row.getInt("is_hidden") == 1;
        return new FlagToTake(
                new FlagId(Ids.uuid(row.getBytes("id"))),
                isHidden ? FlagToTake.SENSITIVE : row.getString("shown_as"),
                clinic,
                level,
                raisedAt,
                isHidden ? openings.from(clinic, level, raisedAt) : null);
    }

    private FlagRow row(ResultSet row) throws SQLException {
        return new FlagRow(
                new FlagId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new PatientId(Ids.uuid(row.getBytes("subject_id"))),
                row.getString("shown_as"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getString("flag"),
                FlagLevel.valueOf(row.getString("flag_level")),
                FlagStatus.valueOf(row.getString("status")),
                PatientFlagQuery.finding(row, rules),
                Acknowledgement.of(row),
                ProposedClearance.of(row));
    }
}
