package io.plumbline.safety;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the red flags of some patients that need a decision or are in force: most urgent first, and per level longest
 * waiting first.
 */
@Repository
class OpenFlagQuery {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String RANK = "locate(flag_level, '" + FlagLevel.inOrder() + "')";
    private static final String AWAITING = "status in (" + quoted(FlagStatus.AWAITING_DECISION) + ")";

    /** What needs a decision: also a referred flag that somebody proposed to clear. */
    private static final String OPEN =
            "(" + AWAITING + " or proposed_at is not null and status in (" + quoted(FlagStatus.AWAITING_OUTCOME) + "))";

    /** The same rule as {@link FlagStatus#isInForce}. */
    static final String IN_FORCE = "(" + AWAITING + " or status in (" + quoted(FlagStatus.AWAITING_OUTCOME)
            + ") and flag_level in ('" + String.join("', '", FlagLevel.withoutThrust()) + "'))";

    private final JdbcClient jdbc;
    private final ScreeningRules rules;

    OpenFlagQuery(JdbcClient jdbc, ScreeningRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Returns the first flags, most urgent first, and how many are open, in one statement. */
    SafetyService.FirstFlags first(Collection<PatientId> mine, int limit) {
        if (mine.isEmpty()) {
            return new SafetyService.FirstFlags(List.of(), 0);
        }
        var count = new AtomicLong();
        var rows = rows("red_flag.*, count(*) over () as of_all", mine, OPEN, List.of(), limit, (row, n) -> {
            count.set(row.getLong("of_all"));
            return row(row, n);
        });
        return new SafetyService.FirstFlags(rows, count.get());
    }

    List<FlagRow> page(Collection<PatientId> mine, FlagFilter filter, @Nullable ReviewItem after, int limit) {
        var where = new StringBuilder();
        var params = new ArrayList<Object>();
        if (filter.level() != null) {
            where.append(" and flag_level = ?");
            params.add(filter.level().name());
        }
        if (filter.clinic() != null) {
            where.append(" and clinic_id = ?");
            params.add(Ids.bytes(filter.clinic().value()));
        }
        if (after != null) {
            where.append(
                    " and %1$s >= ? and (%1$s > ? or raised_at >= ? and (raised_at > ? or id > ?))".formatted(RANK));
            var rank = after.level().ordinal() + 1;
            var at = Utc.of(after.waitingSince());
            params.addAll(List.of(rank, rank, at, at, Ids.bytes(after.key())));
        }
        return rows(mine, OPEN + where, params, limit);
    }

    Optional<FlagRow> find(Collection<PatientId> mine, FlagId id) {
        return rows(mine, OPEN + " and id = ?", List.of(Ids.bytes(id.value())), 1).stream()
                .findFirst();
    }

    /** Returns the flags in force, including referred ones. */
    List<FlagRow> inForce(Collection<PatientId> mine, int limit) {
        return rows(mine, IN_FORCE, List.of(), limit);
    }

    private List<FlagRow> rows(Collection<PatientId> mine, String condition, List<?> its, int limit) {
        return mine.isEmpty() ? List.of() : rows("*", mine, condition, its, limit, this::row);
    }

    private List<FlagRow> rows(
            String columns,
            Collection<PatientId> mine,
            String condition,
            List<?> its,
            int limit,
            RowMapper<FlagRow> mapper) {
        var params = new ArrayList<Object>(List.of(CurrentUser.SYSTEM.displayName()));
        params.addAll(Ids.bytes(mine, PatientId::value));
        params.addAll(its);
        params.add(limit);
        var where = "subject_id in (" + marks(mine) + ") and " + condition;
        return jdbc.sql("""
                select f.*, p.given_name, p.family_name, coalesce(s.display_name, ?) as raiser,
                    k.display_name as acknowledger, q.display_name as proposer
                from (select %3$s from red_flag where %1$s order by %2$s, raised_at, id limit ?) f
                left join patient p on p.id = f.subject_id
                left join staff_account s on s.id = f.raised_by
                left join staff_account k on k.id = f.acknowledged_by
                left join staff_account q on q.id = f.proposed_by
                order by %2$s, f.raised_at, f.id""".formatted(where, RANK, columns))
                .params(params)
                .query(mapper)
                .list();
    }

    /** Returns how many flags of some patients are open. */
    long count(Collection<PatientId> mine) {
        return mine.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from red_flag where subject_id in (" + marks(mine) + ") and " + OPEN)
                        .params(Ids.bytes(mine, PatientId::value))
                        .query(Long.class)
                        .single();
    }

    /** Returns when the last flag of some patients was decided. */
    Optional<Instant> lastDecided(Collection<PatientId> mine) {
        return mine.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select max(decided_at) from red_flag where subject_id in (" + marks(mine) + ")")
                        .params(Ids.bytes(mine, PatientId::value))
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                        .single()
                        .map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /**
     * Returns the decisions that somebody made on flags of some patients since an instant and may undo, newest first.
     */
    List<FlagDecisionRow> decided(Collection<PatientId> mine, StaffId by, Instant since) {
        if (mine.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>(List.of(Ids.bytes(by.value()), Utc.of(since)));
        params.addAll(Ids.bytes(mine, PatientId::value));
        return jdbc.sql("""
                select f.*, p.given_name, p.family_name
                from (select * from red_flag where decided_by = ? and decided_at > ? and before_status is not null
                    and subject_id in (%s) order by decided_by, decided_at desc limit 20) f
                left join patient p on p.id = f.subject_id
                order by f.decided_at desc""".formatted(marks(mine)))
                .params(params)
                .query((row, n) -> new FlagDecisionRow(
                        new FlagId(Ids.uuid(row.getBytes("id"))),
                        row.getLong("version"),
                        row.getString("flag"),
                        row.getString("given_name") + " " + row.getString("family_name"),
                        FlagStatus.valueOf(row.getString("before_status")),
                        FlagStatus.valueOf(row.getString("status"))))
                .list();
    }

    private static String quoted(Collection<FlagStatus> statuses) {
        return statuses.stream().map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
    }

    private static String marks(Collection<?> some) {
        return String.join(", ", Collections.nCopies(some.size(), "?"));
    }

    private FlagRow row(ResultSet row, int n) throws SQLException {
        return new FlagRow(
                new FlagId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new PatientId(Ids.uuid(row.getBytes("subject_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getString("flag"),
                FlagLevel.valueOf(row.getString("flag_level")),
                FlagStatus.valueOf(row.getString("status")),
                PatientFlagQuery.finding(row, rules),
                Acknowledgement.of(row),
                ProposedClearance.of(row));
    }
}
