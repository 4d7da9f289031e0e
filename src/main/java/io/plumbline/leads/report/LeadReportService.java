package io.plumbline.leads.report;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.LeadConditions;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.report.LeadReport.Part;
import io.plumbline.leads.report.LeadReportQuery.Counted;
import io.plumbline.leads.report.LeadReportQuery.TwoWaits;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports on the leads of the current user's clinics and, for managers, of the group. */
@Service
// a report on a long period may take longer than the default timeout
@Transactional(readOnly = true, timeout = 30)
@Requires(Permission.REPORT_READ)
public class LeadReportService {
    /** The longest period of a report, in days. */
    static final int LONGEST_DAYS = 366;

    /** The number of weeks of the trend, with the current one. */
    public static final int TREND_WEEKS = 8;

    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);
    private static final Comparator<Part> MOST_FIRST = Comparator.comparing(
                    (Part part) -> part.figures().received())
            .reversed()
            .thenComparing(Part::name);

    private final LeadReportQuery store;
    private final ClinicService clinics;
    private final StaffNameQuery names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadReportService(
            LeadReportQuery store,
            ClinicService clinics,
            StaffNameQuery names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.clinics = clinics;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the figures of the leads that match a filter.
     *
     * @param filter must have both days of its period
     * @throws Refused if the period is missing, reversed or longer than {@link #LONGEST_DAYS} days,
     *     with a message for the user
     */
    public LeadReport report(LeadFilter filter, LeadReportBy by) {
        refuseOtherPeriods(filter);
        var queues = LeadConditions.queues(LeadQueue.visibleTo(CurrentUser.current()), filter);
        if (queues.isEmpty()) {
            return new LeadReport(LeadFigures.NONE, List.of(), List.of());
        }
        var counted = new Counted(queues, filter, clinics.ownZone(), clock.instant());
        var figures = store.figures(by, counted);
        var waits = store.waits(by, counted);
        figures.replaceAll((key, part) -> part.waiting(waits.getOrDefault(key, TwoWaits.NONE)));
        var all = figures.values().stream()
                .reduce(LeadFigures.NONE, LeadFigures::plus)
                .waiting(store.waits(counted));
        return new LeadReport(all, parts(by, filter, figures), store.lostReasons(counted));
    }

    /**
     * Returns the figures for a file, and records that in the audit trail, each time.
     *
     * @param filter must have both days of its period
     * @throws Refused if the period is missing, reversed or longer than {@link #LONGEST_DAYS} days,
     *     with a message for the user
     */
    @Transactional(timeout = 30)
    public LeadReport export(LeadFilter filter, LeadReportBy by) {
        var report = report(filter, by);
        events.publishEvent(new Exported(Ids.next(), filter.from() + " to " + filter.to(), by));
        return report;
    }

    /** Returns the results of the last {@link #TREND_WEEKS} weeks, in one statement. */
    public LeadTrend trend() {
        var today = clinics.ownToday();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var filter = LeadFilter.NONE.within(monday.minusWeeks(TREND_WEEKS - 1L), today);
        var queues = LeadConditions.queues(LeadQueue.visibleTo(CurrentUser.current()), filter);
        if (queues.isEmpty()) {
            return new LeadTrend(List.of(), LeadFigures.NONE);
        }
        var figures = store.figures(LeadReportBy.WEEK, new Counted(queues, filter, clinics.ownZone(), clock.instant()));
        return new LeadTrend(
                byWeek(filter, figures).stream()
                        .map(part -> new LeadTrend.Week(LocalDate.parse(part.name()), part.figures()))
                        .toList(),
                figures.values().stream().reduce(LeadFigures.NONE, LeadFigures::plus));
    }

    private static void refuseOtherPeriods(LeadFilter filter) {
        if (filter.from() == null || filter.to() == null) {
            throw new Refused("Choose the first and the last day");
        }
        if (filter.to().isBefore(filter.from())) {
            throw new Refused("The last day is before the first: choose a later one");
        }
        if (ChronoUnit.DAYS.between(filter.from(), filter.to()) >= LONGEST_DAYS) {
            throw new Refused("A report covers at most " + LONGEST_DAYS + " days: choose fewer");
        }
    }

    private List<Part> parts(LeadReportBy by, LeadFilter filter, Map<String, LeadFigures> figures) {
        return switch (by) {
            case SOURCE -> bySource(filter, figures);
            case CLINIC -> byClinic(filter, figures);
            case CALLER -> byCaller(filter, figures);
            case WEEK -> byWeek(filter, figures);
        };
    }

    private static List<Part> bySource(LeadFilter filter, Map<String, LeadFigures> figures) {
        return figures.entrySet().stream()
                .map(part -> {
                    var source = LeadSource.valueOf(part.getKey());
                    return new Part(source.label(), filter.of(source), part.getValue());
                })
                .sorted(MOST_FIRST)
                .toList();
    }

    private List<Part> byClinic(LeadFilter filter, Map<String, LeadFigures> figures) {
        var labels = clinics.labels();
        return figures.entrySet().stream()
                .map(part -> {
                    var queue = new ClinicId(UUID.fromString(part.getKey()));
                    var label = labels.get(queue);
                    return new Part(label == null ? "Group" : label.name(), filter.of(queue), part.getValue());
                })
                .sorted(MOST_FIRST)
                .toList();
    }

    private List<Part> byCaller(LeadFilter filter, Map<String, LeadFigures> figures) {
        var callers = figures.keySet().stream()
                .filter(key -> !key.isEmpty())
                .map(UUID::fromString)
                .map(StaffId::new)
                .collect(Collectors.toSet());
        var known = callers.isEmpty() ? Map.<StaffId, String>of() : names.findNames(callers);
        return figures.entrySet().stream()
                .map(part -> {
                    if (part.getKey().isEmpty()) {
                        return new Part("No one yet", null, part.getValue());
                    }
                    var caller = new StaffId(UUID.fromString(part.getKey()));
                    return new Part(known.getOrDefault(caller, "Plumbline"), filter.of(caller), part.getValue());
                })
                .sorted(MOST_FIRST)
                .toList();
    }

    private static List<Part> byWeek(LeadFilter filter, Map<String, LeadFigures> figures) {
        var parts = new ArrayList<Part>();
        var first = Objects.requireNonNull(filter.from()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var week = first; !week.isAfter(filter.to()); week = week.plusWeeks(1)) {
            var key = String.valueOf(ChronoUnit.WEEKS.between(FIRST_MONDAY, week));
            parts.add(new Part(
                    week.toString(),
                    filter.within(week, week.plusDays(6)),
                    figures.getOrDefault(key, LeadFigures.NONE)));
        }
        return List.copyOf(parts);
    }

    /**
     * The figures of a period were exported to a file.
     *
     * @param subject the id of this export
     */
    @StoredKind("lead.report-exported")
    private record Exported(UUID subject, String days, LeadReportBy by) implements Recorded {
        @Override
        public String detail() {
            return days + ", by " + by.label().toLowerCase(Locale.ROOT);
        }
    }
}
