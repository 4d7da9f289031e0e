package io.plumbline.leads.queue;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the open leads of several queues. */
@Repository
class OpenLeadCountQuery {
    private final JdbcClient jdbc;

    OpenLeadCountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the leads that each queue filter shows, up to a limit each, in one statement. */
    Map<LeadQueueFilter, Long> count(StaffId user, Collection<ClinicId> queues, int most, Instant now) {
        var counts = new EnumMap<LeadQueueFilter, Long>(LeadQueueFilter.class);
        if (queues.isEmpty()) {
            return counts;
        }
        var params = new ArrayList<Object>();
        var sql = new ArrayList<String>();
        for (var shown : LeadQueueFilter.values()) {
            var union = new KeysetUnion();
            for (var queue : queues) {
                var values =
                        switch (shown) {
                            case EVERYONE, CLINICAL_REVIEW -> List.of(queue);
                            case UNCLAIMED -> List.of(queue, now);
                            case MINE -> List.of(user, now, queue);
                        };
                union.add("select 1 from consultation_lead use index " + counted(shown), values, most);
            }
            var counted = union.count(most);
            sql.add("(" + counted.sql() + ") as " + shown.name().toLowerCase(Locale.ROOT));
            params.addAll(counted.params());
        }
        return jdbc.sql("select " + String.join(", ", sql))
                .params(params)
                .query((row, n) -> {
                    for (var shown : LeadQueueFilter.values()) {
                        counts.put(shown, row.getLong(shown.ordinal() + 1));
                    }
                    return counts;
                })
                .single();
    }

    /**
     * Returns the index to walk and its conditions. Only open leads have an overdue time, so its index contains no
     * closed ones. Each index is named because MySQL, with outdated statistics, chooses another one and reads all open
     * leads.
     */
    private static String counted(LeadQueueFilter shown) {
        var open = "(consultation_lead_overdue) where queue_id = ? and overdue_at >= timestamp '1970-01-01 00:00:00'";
        return switch (shown) {
            case EVERYONE -> open;
            case UNCLAIMED -> open + OpenLeadQuery.FREE;
            case CLINICAL_REVIEW -> "(consultation_lead_board) where queue_id = ? and status = 'CLINICAL_REVIEW'";
            case MINE -> "(consultation_lead_claimed) where claimed_by = ? and claimed_until > ? and queue_id = ?";
        };
    }
}
