package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadCard;
import io.plumbline.leads.report.LeadFigures;
import io.plumbline.leads.report.LeadReport;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.leads.report.LeadReportService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What a manager sees of all leads: the news, the badge, the board and the report of a year. */
final class LeadPairs {
    private static final String WHO = "manager";
    private static final UUID GROUP = new UUID(0, 0);
    private static final int CARDS = 10;
    private static final int YEAR = 365;

    private final ByHand hand;
    private final LeadService leads;
    private final CallQueueService callQueue;
    private final LeadBoardService board;
    private final LeadReportService reports;
    private final ClinicService clinics;
    private final Clock clock;

    LeadPairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        leads = portal.getBean(LeadService.class);
        callQueue = portal.getBean(CallQueueService.class);
        board = portal.getBean(LeadBoardService.class);
        reports = portal.getBean(LeadReportService.class);
        clinics = portal.getBean(ClinicService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the manager. */
    List<Pair> all() {
        var queues = Stream.concat(
                        CurrentUser.current().clinics().stream().map(clinic -> clinic.value()), Stream.of(GROUP))
                .map(Ids::bytes)
                .toList();
        return List.of(badge(queues), boardCards(queues), boardCounts(queues), reportOfAYear(queues));
    }

    private Pair badge(List<byte[]> queues) {
        var sql = "select count(*) from (select one from ("
                + ByHand.unions(
                        queues.size(),
                        "(select 1 as one from consultation_lead where queue_id = ? and overdue_at > timestamp '1970-01-01 00:00:00'"
                                + " and overdue_at <= ? limit 1000)")
                + ") every_queue limit 1000) overdue";
        return new Pair("badge of leads", Kind.LIST, WHO, () -> List.of(number(callQueue.countOverdue())), () -> {
            var now = Utc.of(clock.instant());
            var values = new ArrayList<Object>();
            queues.forEach(queue -> values.addAll(List.of(queue, now)));
            return numbers(sql, values, row -> number(row[0]));
        });
    }

    private Pair boardCards(List<byte[]> queues) {
        var most = LeadBoardService.COLUMNS.stream().collect(Collectors.toMap(Function.identity(), column -> CARDS));
        var sql = LeadBoardService.COLUMNS.stream()
                .map(column -> "(select * from ("
                        + ByHand.unions(queues.size(), """
                                (select id, queue_id, full_name, concern, source, status, next_follow_up_at, window_ends_at, overdue_at,
                                    write_first, claimed_by, claimed_until, received_at, first_attempt_by, contacted_at,
                                    booked_at, held_at, converted_at
                                 from consultation_lead where queue_id = ? and status = '%s' order by queue_id, status, %s limit 10)""".formatted(column, order(column)))
                        + ") c" + column.ordinal() + " order by " + order(column) + " limit 10)")
                .collect(Collectors.joining(" union all "));
        return new Pair(
                "board of leads",
                Kind.LIST,
                WHO,
                () -> board.cards(most).values().stream()
                        .flatMap(List::stream)
                        .map(LeadCard::id)
                        .map(id -> id.value())
                        .sorted()
                        .toList(),
                () -> {
                    var values = new ArrayList<Object>();
                    LeadBoardService.COLUMNS.forEach(column -> values.addAll(queues));
                    values.add(Utc.of(clock.instant()));
                    return hand
                            .ids(
                                    "select b.*, c.display_name, f.display_name from (" + sql
                                            + ") b left join staff_account c"
                                            + " on c.id = b.claimed_by and b.claimed_until > ?"
                                            + " left join staff_account f on f.id = b.first_attempt_by",
                                    values.toArray())
                            .stream()
                            .sorted()
                            .toList();
                });
    }

    private static String order(LeadStatus column) {
        return column.isOpen() ? "overdue_at, id" : "received_at desc, id desc";
    }

    private Pair boardCounts(List<byte[]> queues) {
        var sql = Arrays.stream(LeadStatus.values())
                .map(status -> "select %1$d, count(*) from (select one from (%2$s) %3$s_leads limit 1000) %3$s_capped"
                        .formatted(
                                status.ordinal(),
                                ByHand.unions(
                                        queues.size(),
                                        "(select 1 as one from consultation_lead where queue_id = ? and status = '"
                                                + status + "' limit 1000)"),
                                status.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" union all "));
        return new Pair(
                "counts of the board",
                Kind.LIST,
                WHO,
                () -> leads.countByStatus().entrySet().stream()
                        .map(status -> new UUID(status.getKey().ordinal(), status.getValue()))
                        .toList(),
                () -> {
                    var values = new ArrayList<Object>();
                    Arrays.stream(LeadStatus.values()).forEach(status -> values.addAll(queues));
                    return numbers(
                                    sql,
                                    values,
                                    row -> new UUID(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                            .stream()
                            .filter(count -> count.getLeastSignificantBits() > 0)
                            .toList();
                });
    }

    /** By source: the figures, the waits of each and of all, and why leads were given up. */
    private Pair reportOfAYear(List<byte[]> queues) {
        var where = "queue_id in (" + marks(queues) + ") and received_at >= ? and received_at < ?"
                + " and status not in ('SPAM', 'MERGED')";
        var figures = """
                select source, count(*), count(contacted_at), count(booked_at), count(held_at), count(converted_at),
                    count(case when response_target_met = true then 1 end),
                    count(case when response_target_met = false
                        or response_target_met is null and status = 'NEW' and overdue_at <= ? then 1 end)
                from consultation_lead where %s group by source""".formatted(where);
        var counted = Stream.of("first_attempt_minutes", "contacted_minutes")
                .map(column ->
                        "(select source, '%1$s' as until, %1$s as minutes from consultation_lead where %2$s and %1$s is not null)"
                                .formatted(column, where))
                .collect(Collectors.joining(" union all "));
        var reasons = "select lost_reason, count(*) from consultation_lead where " + where
                + " and status = 'LOST' and lost_reason is not null group by lost_reason order by 2 desc, 1 limit 12";
        return new Pair(
                "report of a year", Kind.RECORD, WHO, () -> told(reports.report(year(), LeadReportBy.SOURCE)), () -> {
                    var zone = clinics.ownZone();
                    var from = Utc.of(first().atStartOfDay(zone).toInstant());
                    var until = Utc.of(today().plusDays(1).atStartOfDay(zone).toInstant());
                    var period = new ArrayList<Object>(queues);
                    period.addAll(List.of(from, until));
                    var twice = new ArrayList<Object>(period);
                    twice.addAll(period);
                    var values = new ArrayList<Object>(List.of(Utc.of(clock.instant())));
                    values.addAll(period);
                    var sources = numbers(
                            figures,
                            values,
                            row -> new UUID(
                                    number(row[1]).getLeastSignificantBits(),
                                    number(row[2]).getLeastSignificantBits()));
                    numbers(ranked("source, until", counted), twice, row -> number(row[2]));
                    numbers(ranked("until", counted), twice, row -> number(row[1]));
                    var lost = numbers(reasons, period, row -> number(row[1]));
                    return Stream.concat(sources.stream().sorted(), lost.stream())
                            .toList();
                });
    }

    private static String ranked(String part, String counted) {
        return """
                select %1$s, min(case when so_far * 2 >= in_all then minutes end),
                    min(case when so_far * 10 >= in_all * 9 then minutes end)
                from (select %1$s, minutes, sum(leads) over (partition by %1$s order by minutes) as so_far,
                    sum(leads) over (partition by %1$s) as in_all
                    from (select %1$s, minutes, count(*) as leads from (%2$s) every group by %1$s, minutes) counted) ranked
                group by %1$s""".formatted(part, counted);
    }

    private static List<UUID> told(LeadReport report) {
        return Stream.concat(
                        report.parts().stream()
                                .map(LeadReport.Part::figures)
                                .map(LeadPairs::told)
                                .sorted(),
                        report.lostReasons().stream().map(reason -> number(reason.leads())))
                .toList();
    }

    private static UUID told(LeadFigures figures) {
        return new UUID(figures.received(), figures.contacted());
    }

    private LeadFilter year() {
        var all = LeadFilter.NONE;
        return new LeadFilter(
                all.status(),
                all.step(),
                all.source(),
                all.queue(),
                all.caller(),
                first(),
                today(),
                all.lostReason(),
                all.words());
    }

    private LocalDate first() {
        return today().minusDays(YEAR - 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.ownZone());
    }

    private List<UUID> numbers(String sql, List<Object> values, Function<Object[], UUID> told) throws SQLException {
        var found = new ArrayList<UUID>();
        hand.inTransaction(store ->
                ByHand.rows(store, sql, values.toArray()).stream().map(told).forEach(found::add));
        return found;
    }

    private static UUID number(Object count) {
        return new UUID(0, ((Number) count).longValue());
    }

    private static String marks(List<byte[]> queues) {
        return String.join(", ", Collections.nCopies(queues.size(), "?"));
    }
}
