package io.plumbline.leads.list;

import io.plumbline.shared.ids.ClinicId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The SQL conditions of a filter for one queue; equality conditions first, to match the indexes. */
public record LeadConditions(String sql, List<Object> params) {
    /**
     * Builds the conditions.
     *
     * @param zone the zone of the filter's days
     */
    public static LeadConditions of(ClinicId queue, LeadFilter filter, ZoneId zone) {
        var sql = new StringBuilder("queue_id = ?");
        var params = new ArrayList<Object>(List.of(queue));
        if (filter.status() != null) {
            sql.append(" and status = ?");
            params.add(filter.status().name());
        }
        if (filter.caller() != null) {
            sql.append(" and first_attempt_by = ?");
            params.add(filter.caller());
        }
        if (filter.from() != null) {
            sql.append(" and received_at >= ?");
            params.add(filter.from().atStartOfDay(zone).toInstant());
        }
        if (filter.to() != null) {
            sql.append(" and received_at < ?");
            params.add(filter.to().plusDays(1).atStartOfDay(zone).toInstant());
        }
        if (filter.source() != null) {
            sql.append(" and source = ?");
            params.add(filter.source().name());
        }
        if (filter.step() != null) {
            sql.append(" and status not in ('SPAM', 'MERGED') and ")
                    .append(filter.step().column())
                    .append(" is not null");
        }
        if (filter.lostReason() != null) {
            sql.append(" and lost_reason = ?");
            params.add(filter.lostReason());
        }
        return new LeadConditions(sql.toString(), List.copyOf(params));
    }

    /** Returns those of the current user's queues that match the filter. */
    public static List<ClinicId> queues(Set<ClinicId> mine, LeadFilter filter) {
        return filter.queue() == null
                ? List.copyOf(mine)
                : mine.stream().filter(filter.queue()::equals).toList();
    }
}
