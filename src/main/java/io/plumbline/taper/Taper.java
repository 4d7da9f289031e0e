package io.plumbline.taper;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Expands the phases of a plan to its visits. Days count from the start of the phase without drift: a visit on a closed
 * day moves to the next open day, and no later visit moves because of that.
 */
public final class Taper {
    private static final int LONGEST_CLOSURE_DAYS = 366;

    private Taper() {}

    /** Weekly, then every two weeks, then monthly: an example to edit, not a recommendation. */
    public static List<PlannedService> usual() {
        return List.of(
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, 4),
                new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, null, Frequency.FORTNIGHTLY, 4),
                new PlannedService(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, null, Frequency.MONTHLY, 3));
    }

    /**
     * Returns the same for somebody who plans their own visits.
     *
     * @param service a treatment of their discipline
     */
    public static List<PlannedService> usual(AppointmentType service, StaffId practitioner) {
        return usual().stream()
                .map(line -> new PlannedService(line.phase(), service, practitioner, line.frequency(), line.visits()))
                .toList();
    }

    /** A visit of a plan, before it has an id. */
    public record Visit(PlannedService planned, LocalDate on) {}

    /** A remaining visit and the day for which it was planned. */
    public record Open(PlanPhase phase, AppointmentType service, LocalDate plannedOn) {}

    /**
     * Returns the visits in the order of their days.
     *
     * @param isOpen whether the clinic is open on a day
     * @throws Refused if the clinic has no open day for a year
     */
    public static List<Visit> visits(LocalDate start, List<PlannedService> services, Predicate<LocalDate> isOpen) {
        return expanded(start, services, (planned, visit) -> LocalDate.MIN, isOpen);
    }

    /**
     * Returns the remaining visits when a plan resumes after a hold: the phases from a day on, without the delivered
     * visits. No visit is earlier than it was planned before, so that a visit far ahead keeps its day.
     *
     * @param open in the order of their days
     * @return as many visits of each service of a phase as are open
     * @throws Refused if the clinic has no open day for a year
     */
    public static List<Visit> onward(
            LocalDate from, List<PlannedService> services, List<Open> open, Predicate<LocalDate> isOpen) {
        var before = byLine(open);
        return expanded(
                from,
                remaining(services, before),
                (planned, visit) -> before(planned, before).get(visit),
                isOpen);
    }

    private static Map<String, List<LocalDate>> byLine(List<Open> open) {
        return open.stream()
                .collect(Collectors.groupingBy(
                        visit -> visit.phase() + " " + visit.service(),
                        Collectors.mapping(Open::plannedOn, Collectors.toList())));
    }

    private static List<PlannedService> remaining(List<PlannedService> services, Map<String, List<LocalDate>> before) {
        return services.stream()
                .filter(planned -> !before(planned, before).isEmpty())
                .map(planned -> new PlannedService(
                        planned.phase(),
                        planned.service(),
                        planned.practitionerId(),
                        planned.frequency(),
                        before(planned, before).size()))
                .toList();
    }

    /**
     * Returns the remaining visits when the course of a plan changes: the phases from a day on, without the delivered
     * visits, also earlier than they were planned before.
     *
     * @param open how many visits of each service of a phase remain
     * @throws Refused if the clinic has no open day for a year
     */
    public static List<Visit> replanned(
            LocalDate from, List<PlannedService> services, List<Open> open, Predicate<LocalDate> isOpen) {
        return visits(from, remaining(services, byLine(open)), isOpen);
    }

    private static List<LocalDate> before(PlannedService planned, Map<String, List<LocalDate>> byLine) {
        return byLine.getOrDefault(planned.phase() + " " + planned.service(), List.of());
    }

    private static List<Visit> expanded(
            LocalDate start,
            List<PlannedService> services,
            BiFunction<PlannedService, Integer, LocalDate> notBefore,
            Predicate<LocalDate> isOpen) {
        var visits = new ArrayList<Visit>();
        var lastOf = new EnumMap<AppointmentType, LocalDate>(AppointmentType.class);
        var phaseStart = start;
        for (var phase : byPhase(services)) {
            var phaseEnd = phaseStart;
            for (var planned : phase) {
                for (int visit = 0; visit < planned.visits(); visit++) {
                    var due = later(planned.frequency().after(phaseStart, visit), notBefore.apply(planned, visit));
                    var last = lastOf.get(planned.service());
                    var on = firstOpen(last == null ? due : later(due, last.plusDays(1)), isOpen);
                    lastOf.put(planned.service(), on);
                    visits.add(new Visit(planned, on));
                }
                phaseEnd = later(planned.frequency().after(phaseStart, planned.visits()), phaseEnd);
            }
            phaseStart = phaseEnd;
        }
        visits.sort(Comparator.comparing(Visit::on)
                .thenComparing(visit -> visit.planned().service()));
        return List.copyOf(visits);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<List<PlannedService>> byPhase(List<PlannedService> services) {
        return List.copyOf(services.stream()
                .collect(Collectors.groupingBy(
                        PlannedService::phase, () -> new EnumMap<>(PlanPhase.class), Collectors.toList()))
                .values());
    }

    private static LocalDate firstOpen(LocalDate from, Predicate<LocalDate> isOpen) {
        return from.datesUntil(from.plusDays(LONGEST_CLOSURE_DAYS))
                .filter(isOpen)
                .findFirst()
                .orElseThrow(() -> new Refused("The clinic does not open within a year"));
    }
}
