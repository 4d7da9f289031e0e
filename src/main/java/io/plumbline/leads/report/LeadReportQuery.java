package io.plumbline.leads.report;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadConditions;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.report.LeadFigures.Waits;
import io.plumbline.leads.report.LeadReport.LostReason;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts leads in the database; each queue uses one covering index. */
@Repository
class LeadReportQuery {
    private static final int MOST_REASONS = 12;

    private final JdbcClient jdbc;

    LeadReportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to count: the leads of several queues that match a filter, with days in a time zone, as of now. */
    record Counted(Collection<ClinicId> queues, LeadFilter filter, ZoneId zone, Instant now) {}

    /** Returns the figures of each group without waiting times, by database key. */
    Map<String, LeadFigures> figures(LeadReportBy by, Counted counted) {
        var figures = new HashMap<String, LeadFigures>();
        var params = new ArrayList<Object>();
        var part = part(by, counted);
        var queues = everyQueue(counted, params, where -> {
            params.addAll(part.params());
            params.add(counted.now());
            return """
                    (select %s as part, count(*) as received, count(contacted_at) as contacted, count(booked_at) as booked,
                        count(held_at) as held, count(converted_at) as converted,
                        count(case when response_target_met = true then 1 end) as kept,
                        count(case when response_target_met = false
                            or response_target_met is null and status = 'NEW' and overdue_at <= ? then 1 end) as broken
                     from consultation_lead where %s group by part)""".formatted(part.sql(), where);
        });
        jdbc.sql("""
                select part, sum(received) as received, sum(contacted) as contacted, sum(booked) as booked, sum(held) as held,
                    sum(converted) as converted, sum(kept) as kept, sum(broken) as broken
                from (%s) every_queue group by part""".formatted(queues))
                .params(params)
                .query((row, n) -> figures.put(name(row), figuresOf(row)))
                .list();
        return figures;
    }

    private static LeadFigures figuresOf(ResultSet row) throws SQLException {
        return new LeadFigures(
                row.getLong("received"),
                row.getLong("contacted"),
                row.getLong("booked"),
                row.getLong("held"),
                row.getLong("converted"),
                row.getLong("kept"),
                row.getLong("broken"),
                Waits.NONE,
                Waits.NONE);
    }

    /** Waiting times to the first attempt and to first contact. */
    record TwoWaits(Waits toAttempt, Waits toContact) {
        static final TwoWaits NONE = new TwoWaits(Waits.NONE, Waits.NONE);
    }

    /** Returns the waiting times of each group, by database key. */
    Map<String, TwoWaits> waits(LeadReportBy by, Counted counted) {
        return waits(part(by, counted), counted);
    }

    /** Returns the waiting times of all groups together. */
    TwoWaits waits(Counted counted) {
        return waits(new Part("'all'", List.of()), counted).getOrDefault("all", TwoWaits.NONE);
    }

    private Map<String, TwoWaits> waits(Part part, Counted counted) {
        var waits = new HashMap<String, TwoWaits>();
        var read = Rows.of(TwoWaits.class);
        var params = new ArrayList<Object>();
        var queues = Stream.of("first_attempt_minutes", "contacted_minutes")
                .map(column -> everyQueue(counted, params, where -> {
                    params.addAll(part.params());
                    return """
                            (select %1$s as part, '%2$s' as until, %2$s as minutes, count(*) as leads
                             from consultation_lead where %3$s and %2$s is not null group by part, minutes)""".formatted(part.sql(), column, where);
                }))
                .collect(Collectors.joining(" union all "));
        jdbc.sql("""
                select part, min(case when until = 'first_attempt_minutes' and so_far * 2 >= in_all then minutes end)
                        as to_attempt_median,
                    min(case when until = 'first_attempt_minutes' and so_far * 10 >= in_all * 9 then minutes end)
                        as to_attempt_p90,
                    min(case when until = 'contacted_minutes' and so_far * 2 >= in_all then minutes end)
                        as to_contact_median,
                    min(case when until = 'contacted_minutes' and so_far * 10 >= in_all * 9 then minutes end)
                        as to_contact_p90
                from (select part, until, minutes, sum(leads) over (partition by part, until order by minutes) as so_far,
                    sum(leads) over (partition by part, until) as in_all from (%s) every_queue) ranked
                group by part""".formatted(queues))
                .params(params)
                .query((row, n) -> waits.put(name(row), read.mapRow(row, n)))
                .list();
        return waits;
    }

    /** Returns the reasons of lost leads, most frequent first. */
    List<LostReason> lostReasons(Counted counted) {
        var params = new ArrayList<Object>();
        var lost = new Counted(counted.queues(), counted.filter().of(LeadStatus.LOST), counted.zone(), counted.now());
        var queues = everyQueue(lost, params, """
                (select lost_reason, count(*) as leads from consultation_lead
                 where %s and lost_reason is not null group by lost_reason)"""::formatted);
        params.add(MOST_REASONS);
        return jdbc.sql("select lost_reason as reason, sum(leads) as leads from (" + queues
                        + ") every_queue group by lost_reason order by leads desc, lost_reason limit ?")
                .params(params)
                .query(LostReason.class)
                .list();
    }

    private record Part(String sql, List<Object> params) {}

    private static Part part(LeadReportBy by, Counted counted) {
        return switch (by) {
            case SOURCE -> new Part("source", List.of());
            case CLINIC -> new Part("queue_id", List.of());
            case CALLER -> new Part("first_attempt_by", List.of());
            case WEEK -> week(counted);
        };
    }

    /** Groups by the number of weeks since the first Monday of 1970, in local time of the zone. */
    private static Part week(Counted counted) {
        var rules = counted.zone().getRules();
        var from = Objects.requireNonNullElse(counted.filter().from(), LocalDate.EPOCH)
                .atStartOfDay(counted.zone())
                .toInstant();
        var offset = new StringBuilder("case");
        var params = new ArrayList<Object>();
        var at = from;
        for (var change = rules.nextTransition(at);
                change != null && change.getInstant().isBefore(counted.now());
                change = rules.nextTransition(at)) {
            offset.append(" when received_at < ? then ")
                    .append(change.getOffsetBefore().getTotalSeconds());
            at = change.getInstant();
            params.add(at);
        }
        var last = rules.getOffset(at).getTotalSeconds();
        var seconds = params.isEmpty() ? String.valueOf(last) : offset + " else " + last + " end";
        return new Part(
                "floor((timestampdiff(second, timestamp '1970-01-05 00:00:00', received_at) + " + seconds
                        + ") / 604800)",
                params);
    }

    /**
     * Builds the branches of all queues. The branch function adds the parameters that precede the conditions itself.
     */
    private static String everyQueue(Counted counted, List<Object> params, Function<String, String> branch) {
        return counted.queues().stream()
                .map(queue -> {
                    var where = LeadConditions.of(queue, counted.filter().reached(FunnelStep.RECEIVED), counted.zone());
                    var sql = branch.apply(where.sql());
                    params.addAll(where.params());
                    return sql;
                })
                .collect(Collectors.joining(" union all "));
    }

    /** Returns the database key of a group; empty if nobody has called yet. */
    private static String name(ResultSet row) throws SQLException {
        return switch (row.getObject("part")) {
            case null -> "";
            case byte[] id -> Ids.uuid(id).toString();
            case Number week -> String.valueOf(week.longValue());
            case Object word -> word.toString();
        };
    }
}
