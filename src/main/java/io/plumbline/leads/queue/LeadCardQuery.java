package io.plumbline.leads.queue;

import io.plumbline.leads.LeadQueueQuery;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    private static final String COLUMNS = """
            select id, queue_id, full_name, concern, source, status, call_days, call_day_parts, call_from,
                next_follow_up_at, window_ends_at, overdue_at, write_first, claimed_by, claimed_until, received_at,
                first_attempt_by, contacted_at, booked_at, held_at, converted_at
            from consultation_lead""";

    private final JdbcClient jdbc;

    LeadCardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LeadStatus, List<LeadCard>> first(Collection<ClinicId> queues, Map<LeadStatus, Integer> most, Instant now) {
        if (queues.isEmpty() || most.isEmpty()) {
            return Map.of();
        }
        var columns = new KeysetUnion();
        most.forEach((status, cards) -> {
            var limit = Math.min(cards, LeadBoardService.MOST_CARDS);
            var order = status.isOpen() ? OPEN : CLOSED;
            // named because MySQL, with outdated statistics, chooses another index and sorts all leads of the status
            var index = status.isOpen() ? "consultation_lead_board" : "consultation_lead_of_status";
            var union = new KeysetUnion();
            for (var queue : queues) {
                union.add(
                        COLUMNS + " use index (" + index + ") where queue_id = ? and status = ?",
                        List.of(queue, status.name()),
                        "queue_id, status, " + order,
                        limit);
            }
            var column = union.all();
            columns.add("select * from " + column.sql() + " one_column", column.params(), order, limit);
        });
        var cards = columns.all();
        return jdbc
                .sql("select b.*, c.display_name as claimer, f.display_name as first_caller from " + cards.sql()
                        + " b left join staff_account c on c.id = b.claimed_by and b.claimed_until > ?"
                        + " left join staff_account f on f.id = b.first_attempt_by"
                        + " order by b.overdue_at, b.received_at desc, b.id")
                .params(cards.params())
                .param(now)
                .query((row, n) -> card(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LeadCard::status));
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
