package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDetails;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The course of a plan: its phases and visits along time, and the visits of each phase as a list. */
final class PlanCourse {
    private PlanCourse() {}

    /** Draws phases as bands, and the visits of each service planned, delivered and missed. */
    static Component timeline(PlanDetails plan, LocalDate today) {
        var lanes = byService(plan).entrySet().stream()
                .map(lane -> new Timeline.Lane(
                        lane.getKey().label(),
                        lane.getValue().stream()
                                .map(visit -> mark(plan, visit, today))
                                .toList()))
                .toList();
        var now = plan.status().isRunning() ? today : null;
        var card = Ui.card("Course", new Timeline("Course of the plan", phases(plan), lanes, now).draw());
        var missed = plan.visits().stream()
                .filter(visit -> plan.isMissed(visit, today))
                .count();
        var line = Ui.div(
                "line",
                Ui.text("strong num", plan.delivered() + " of " + plan.visits().size()),
                Ui.text("muted", "visits delivered"));
        if (missed > 0) {
            line.add(StatusBadge.warn(
                    missed + (missed == 1 ? " visit" : " visits") + " behind: planned and not yet delivered"));
        }
        card.addComponentAtIndex(1, line);
        return card;
    }

    private static Map<AppointmentType, List<PlanDetails.Visit>> byService(PlanDetails plan) {
        return plan.visits().stream()
                .collect(Collectors.groupingBy(
                        PlanDetails.Visit::service, () -> new EnumMap<>(AppointmentType.class), Collectors.toList()));
    }

    private static Map<PlanPhase, List<PlanDetails.Visit>> byPhase(PlanDetails plan) {
        return plan.visits().stream()
                .collect(Collectors.groupingBy(
                        PlanDetails.Visit::phase, () -> new EnumMap<>(PlanPhase.class), Collectors.toList()));
    }

    private static Timeline.Mark mark(PlanDetails plan, PlanDetails.Visit visit, LocalDate today) {
        var status = visit.deliveredOn() != null
                ? Timeline.Status.DELIVERED
                : plan.isMissed(visit, today) ? Timeline.Status.MISSED : Timeline.Status.PLANNED;
        return new Timeline.Mark(day(visit), status);
    }

    private static LocalDate day(PlanDetails.Visit visit) {
        if (visit.deliveredOn() != null) {
            return visit.deliveredOn();
        }
        return visit.bookedOn() == null ? visit.plannedOn() : visit.bookedOn();
    }

    /** A phase lasts until the next one starts. */
    private static List<Timeline.Phase> phases(PlanDetails plan) {
        var starts = new ArrayList<Map.Entry<PlanPhase, LocalDate>>();
        byPhase(plan)
                .forEach((phase, visits) -> starts.add(Map.entry(
                        phase,
                        visits.stream()
                                .map(PlanDetails.Visit::plannedOn)
                                .min(LocalDate::compareTo)
                                .orElseThrow())));
        starts.sort(Map.Entry.comparingByValue());
        var last = plan.visits().stream()
                .map(PlanCourse::day)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        var phases = new ArrayList<Timeline.Phase>();
        for (int i = 0; i < starts.size(); i++) {
            var from = starts.get(i).getValue();
            var until = i + 1 < starts.size() ? starts.get(i + 1).getValue().minusDays(1) : last;
            phases.add(new Timeline.Phase(starts.get(i).getKey().label(), from, until.isBefore(from) ? from : until));
        }
        return phases;
    }

    /** Lists the visits by phase; only the current phase is open. */
    static Component visits(PlanDetails plan, LocalDate today, Map<StaffId, String> names) {
        var card = Ui.card("Visits");
        var current = current(plan);
        byPhase(plan).forEach((phase, visits) -> {
            var delivered =
                    visits.stream().filter(visit -> visit.deliveredOn() != null).count();
            var list = new OrderedList();
            visits.forEach(visit -> list.add(new ListItem(row(plan, visit, today, names))));
            var part = new Details(phase.label() + ", " + delivered + " of " + visits.size() + " delivered", list);
            part.setOpened(phase == current);
            card.add(part);
        });
        return card;
    }

    /** The phase of the next visit; the last one if all are delivered. */
    private static PlanPhase current(PlanDetails plan) {
        return plan.visits().stream()
                .filter(visit -> visit.deliveredOn() == null)
                .findFirst()
                .or(() -> plan.visits().stream().reduce((earlier, later) -> later))
                .map(PlanDetails.Visit::phase)
                .orElse(PlanPhase.RELIEF);
    }

    private static Component row(
            PlanDetails plan, PlanDetails.Visit visit, LocalDate today, Map<StaffId, String> names) {
        return Ui.div(
                "visit",
                Ui.text("num", String.valueOf(visit.position())),
                Ui.div(
                        "stack-0 grow",
                        Ui.text("strong", Dates.dayAndYear(visit.plannedOn())),
                        Ui.text(
                                "muted small",
                                visit.service().label() + " · " + names.getOrDefault(visit.practitioner(), ""))),
                state(plan, visit, today));
    }

    /** Returns the state of a visit. */
    static StatusBadge state(PlanDetails plan, PlanDetails.Visit visit, LocalDate today) {
        if (visit.deliveredOn() != null) {
            return StatusBadge.ok("Delivered " + Dates.day(visit.deliveredOn()));
        }
        if (visit.bookedOn() != null && !visit.bookedOn().isBefore(today)) {
            return StatusBadge.info("Booked " + Dates.day(visit.bookedOn()));
        }
        if (plan.status().isOver()) {
            return StatusBadge.neutral("Ended");
        }
        return plan.isMissed(visit, today)
                ? new StatusBadge(Tone.WARN, Icon.CROSS, "Behind")
                : StatusBadge.neutral("Planned");
    }
}
