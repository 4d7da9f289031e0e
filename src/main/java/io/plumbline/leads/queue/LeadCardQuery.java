package io.plumbline.leads.queue;

import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadQueueQuery;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the columns of the board in one statement. Walks one index for each queue and column and joins the names last.
 */
@Repository
class LeadCardQuery {
    private static final String OPEN = "overdue_at, id";
    private static final String CLOSED = "received_at desc, id desc";

    private final JdbcClient jdbc;

    LeadCardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LeadStatus, List<LeadCard>> first(Collection<ClinicId> queues, Map<LeadStatus, Integer> most, Instant now) {
        if (queues.isEmpty() || most.isEmpty()) {
            return Map.of();
        }
        var columns = new ArrayList<String>();
        var params = new ArrayList<Object>();
        most.forEach((status, cards) -> {
            var limit = Math.min(cards, LeadBoardService.MOST_CARDS);
            var order = status.isOpen() ? OPEN : CLOSED;
            var index = status.isOpen() ? "consultation_lead_board" : "consultation_lead_of_status";
            var branches = queues.stream().map(queue -> {
                params.addAll(List.of(Ids.bytes(queue.value()), status.name(), limit));
                return branch(index, order);
            });
            columns.add("(select * from (" + branches.collect(Collectors.joining(" union all ")) + ") "
                    + status.name().toLowerCase(Locale.ROOT) + "_leads order by " + order + " limit ?)");
            params.add(limit);
        });
        params.add(Utc.of(now));
        return jdbc
                .sql("select b.*, c.display_name as claimer, f.display_name as first_caller from ("
                        + String.join(" union all ", columns)
                        + ") b left join staff_account c on c.id = b.claimed_by and b.claimed_until > ?"
                        + " left join staff_account f on f.id = b.first_attempt_by"
                        + " order by b.overdue_at, b.received_at desc, b.id")
                .params(params)
                .query((row, n) -> card(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LeadCard::status));
    }

    /**
     * Builds the query of one queue and column.
     *
     * @param index named because MySQL, with outdated statistics, chooses another index and sorts all leads of the
     *     status
     */
    private static String branch(String index, String order) {
        return """
                (select id, queue_id, full_name, concern, source, status, call_days, call_day_parts, call_from,
                    next_follow_up_at, window_ends_at, overdue_at, write_first, claimed_by, claimed_until, received_at,
                    first_attempt_by, contacted_at, booked_at, held_at, converted_at
                 from consultation_lead use index (%s) where queue_id = ? and status = ?
                 order by queue_id, status, %s limit ?)""".formatted(index, order);
    }

    /** Falls back to the time of receipt for leads older than the milestones. */
    private static Instant since(ResultSet row, LeadStatus status) throws SQLException {
        var milestone =
                switch (status) {
                    case CONTACTED -> "contacted_at";
                    case CONSULTATION_BOOKED -> "booked_at";
                    case CONSULTATION_HELD -> "held_at";
                    case CONVERTED -> "converted_at";
                    case NEW, ATTEMPTING, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> "received_at";
                };
        return Utc.in(row, row.getObject(milestone) == null ? "received_at" : milestone);
    }

    private static LeadCard card(ResultSet row) throws SQLException {
        var status = LeadStatus.valueOf(row.getString("status"));
        return new LeadCard(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                LeadQueueQuery.clinic(row),
                row.getString("full_name"),
                row.getString("concern"),
                LeadSource.valueOf(row.getString("source")),
                status,
                LeadQueueQuery.window(row),
                row.getObject("next_follow_up_at") == null ? null : LeadQueueQuery.followUp(row),
                since(row, status),
                row.getString("first_caller"),
                row.getString("claimer"));
    }
}
