package io.plumbline.leads.queue;

import io.plumbline.leads.LeadQueueQuery;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the open leads of several queues. Walks the index of each queue, merges the results into one page and joins the
 * names last.
 */
@Repository
class OpenLeadQuery {
    /** Limit on the claimed leads of one person; each claim expires within minutes. */
    private static final int MOST_CLAIMED = 100;

    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration NEW_FOR = Duration.ofHours(1);
    /** Condition for an unclaimed lead that is not in clinical review; its parameter is the current time. */
    static final String FREE = " and (claimed_until is null or claimed_until <= ?) and status <> 'CLINICAL_REVIEW'";

    private static final String COLUMNS = """
            id, queue_id, full_name, concern, source, status, call_days, call_day_parts, call_from, next_follow_up_at,
            window_ends_at, overdue_at, unopened_since, write_first, claimed_by, claimed_until, review_taken_by
             from consultation_lead""";

    private final JdbcClient jdbc;

    OpenLeadQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a page of the open leads of several queues: overdue leads by age, callable leads by the end of their
     * window, later leads by the time they become callable. The clinical review filter sorts by the review deadline,
     * and the leads claimed by the current user fit on one page.
     */
    List<LeadRow> page(
            LeadQueueFilter shown,
            StaffId user,
            Collection<ClinicId> queues,
            @Nullable LeadRow after,
            int limit,
            Instant now) {
        if (queues.isEmpty() || shown == LeadQueueFilter.MINE && after != null) {
            return List.of();
        }
        return switch (shown) {
            case EVERYONE -> byUrgency("", user, queues, after, limit, now);
            case UNCLAIMED -> byUrgency(FREE, user, queues, after, limit, now);
            case CLINICAL_REVIEW -> merged(inReview(queues, after, limit), user, after, limit, now);
            case MINE -> merged(claimed(user, queues, now), user, null, MOST_CLAIMED, now);
        };
    }

    /**
     * Returns the first leads in queue order that can be called: unclaimed, not in clinical review, and with no number that
     * was wrong.
     */
    List<LeadRow> toCall(StaffId user, Collection<ClinicId> queues, int limit, Instant now) {
        return queues.isEmpty()
                ? List.of()
                : byUrgency(FREE + " and phone_wrong = false", user, queues, null, limit, now);
    }

    /** Reads overdue leads first: if they fill the page, the other leads due today need not be read. */
    private List<LeadRow> byUrgency(
            String andMore,
            StaffId user,
            Collection<ClinicId> queues,
            @Nullable LeadRow after,
            int limit,
            Instant now) {
        var rows = new ArrayList<LeadRow>(limit);
        var before = after;
        for (var urgencies : List.of(EnumSet.of(Urgency.OVERDUE), EnumSet.of(Urgency.CALLABLE, Urgency.LATER))) {
            var left = limit - rows.size();
            var union = ranges(urgencies, andMore, queues, before, left, now);
            if (left > 0 && !union.isEmpty()) {
                // a lead called between the two queries is in the later part by now, and in the page already
                merged(union, user, before, left, now).stream()
                        .filter(row -> rows.stream().noneMatch(late -> late.id().equals(row.id())))
                        .forEach(rows::add);
                before = rows.isEmpty() ? before : rows.getLast();
            }
        }
        return rows;
    }

    private List<LeadRow> merged(KeysetUnion union, StaffId user, @Nullable LeadRow after, int limit, Instant now) {
        var page = union.page("urgency, sorted_by, id", limit);
        var urgencyBefore = new AtomicReference<>(after == null ? null : after.urgency());
        return jdbc.sql("select w.*, h.display_name as handler from (" + page.sql() + ") w left join staff_account h"
                        + " on h.id = case when w.claimed_until > ? then w.claimed_by else w.review_taken_by end"
                        + " order by w.urgency, w.sorted_by, w.id")
                .params(page.params())
                .param(now)
                .query((row, n) -> row(row, user, now, urgencyBefore))
                .list();
    }

    private static KeysetUnion ranges(
            Set<Urgency> urgencies,
            String andMore,
            Collection<ClinicId> queues,
            @Nullable LeadRow after,
            int limit,
            Instant now) {
        var union = new KeysetUnion();
        for (var urgency : urgencies) {
            if (after != null && urgency.compareTo(after.urgency()) < 0) {
                continue;
            }
            var before = after != null && after.urgency() == urgency ? after : null;
            var from = from(before, before == null ? null : sortedBy(before));
            for (var walk : walks(urgency, now)) {
                for (var queue : queues) {
                    var values = new ArrayList<Object>(List.of(queue));
                    values.addAll(walk.params());
                    if (!andMore.isEmpty()) {
                        values.add(now);
                    }
                    values.addAll(from);
                    union.add(
                            range(urgency.ordinal(), walk.index(), walk.sortedBy(), walk.condition() + andMore),
                            values,
                            "queue_id, " + walk.sortedBy() + ", id",
                            limit);
                }
            }
        }
        return union;
    }

    /** An index walk that reads the leads of one urgency in order and skips almost all others. */
    private record Walk(String index, String sortedBy, String condition, List<?> params) {}

    private static List<Walk> walks(Urgency urgency, Instant instant) {
        return switch (urgency) {
            case OVERDUE ->
                List.of(new Walk("consultation_lead_overdue", "overdue_at", "overdue_at <= ?", List.of(instant)));
            case CALLABLE ->
                List.of(new Walk(
                        "consultation_lead_callable",
                        "window_ends_at",
                        // the last bound skips leads that are callable on a later day: no window is longer than a day
                        "window_ends_at > ? and next_follow_up_at <= ? and overdue_at > ? and window_ends_at <= ?",
                        List.of(instant, instant, instant, instant.plus(A_DAY))));
            case LATER ->
                List.of(
                        new Walk(
                                "consultation_lead_later",
                                "next_follow_up_at",
                                "next_follow_up_at > ? and overdue_at > ?",
                                List.of(instant, instant)),
                        // their window has just ended; the job sets the next one within half a minute
                        new Walk(
                                "consultation_lead_moves_on",
                                "next_follow_up_at",
                                "moves_on_at >= timestamp '1970-01-01 00:00:00' and moves_on_at <= ?"
                                        + " and next_follow_up_at <= ? and overdue_at > ?",
                                List.of(instant, instant, instant)));
        };
    }

    private static KeysetUnion inReview(Collection<ClinicId> queues, @Nullable LeadRow after, int limit) {
        var union = new KeysetUnion();
        for (var queue : queues) {
            var values = new ArrayList<Object>(List.of(queue));
            values.addAll(from(after, after == null ? null : after.followUp().overdueAt()));
            union.add(
                    range(0, "consultation_lead_board", "overdue_at", "status = 'CLINICAL_REVIEW'"),
                    values,
                    "queue_id, status, overdue_at, id",
                    limit);
        }
        return union;
    }

    private static KeysetUnion claimed(StaffId user, Collection<ClinicId> queues, Instant now) {
        var values = new ArrayList<Object>(Collections.nCopies(6, now));
        values.add(user);
        values.add(now);
        values.addAll(queues);
        var union = new KeysetUnion();
        union.add(
                """
                select case when overdue_at <= ? then 0 when next_follow_up_at <= ? and window_ends_at > ? then 1 else 2 end
                    as urgency, case when overdue_at <= ? then overdue_at
                    when next_follow_up_at <= ? and window_ends_at > ? then window_ends_at else next_follow_up_at end as sorted_by, %s
                where claimed_by = ? and claimed_until > ? and queue_id in (%s)""".formatted(COLUMNS, String.join(", ", Collections.nCopies(queues.size(), "?"))),
                values,
                "claimed_by, claimed_until",
                MOST_CLAIMED);
        return union;
    }

    private static Instant sortedBy(LeadRow row) {
        return switch (row.urgency()) {
            case OVERDUE -> row.followUp().overdueAt();
            case CALLABLE -> row.followUp().windowEndsAt();
            case LATER -> row.followUp().at();
        };
    }

    /**
     * Builds the query of one queue.
     *
     * @param index named because H2 chooses another index for many leads and then sorts all rows that it finds there
     */
    private static String range(int urgency, String index, String sortedBy, String condition) {
        return """
                select %1$s as urgency, %2$s as sorted_by, %4$s use index (%5$s)
                where queue_id = ? and %3$s and %2$s >= ? and (%2$s > ? or id > ?)""".formatted(urgency, sortedBy, condition, COLUMNS, index);
    }

    private static List<Object> from(@Nullable LeadRow before, @Nullable Instant sortedBy) {
        var from = sortedBy == null ? Instant.EPOCH : sortedBy;
        return List.of(from, from, before == null ? FIRST : before.id().value());
    }

    private static boolean isNew(ResultSet row, Instant now) throws SQLException {
        return row.getObject("unopened_since") != null
                && Utc.in(row, "unopened_since").isAfter(now.minus(NEW_FOR));
    }

    private static LeadRow row(ResultSet row, StaffId user, Instant now, AtomicReference<@Nullable Urgency> before)
            throws SQLException {
        var followUp = LeadQueueQuery.followUp(row);
        var urgency = followUp.urgency(now);
        var status = LeadStatus.valueOf(row.getString("status"));
        var handler = row.getString("handler");
        var isInReview = status == LeadStatus.CLINICAL_REVIEW;
        var claimer = row.getBytes("claimed_by");
        return new LeadRow(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                LeadQueueQuery.clinic(row),
                row.getString("full_name"),
                row.getString("concern"),
                LeadSource.valueOf(row.getString("source")),
                status,
                LeadQueueQuery.window(row),
                followUp,
                urgency,
                isNew(row, now),
                before.getAndSet(urgency) != urgency,
                isInReview ? null : handler,
                !isInReview
                        && handler != null
                        && claimer != null
                        && user.value().equals(Ids.uuid(claimer)),
                isInReview ? handler : null);
    }
}
