package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService.Decision;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.summary.PainAfterVisits;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Timeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The course of a plan along time: phases, visits, re-evaluations, holds, pain and the scores of its goals. */
final class PlanTimeline {
    private PlanTimeline() {}

    /**
     * The clinical part of the course.
     *
     * @param painAfter the pain with which the patient left each visit
     */
    record Facts(Outlook outlook, GoalScores scores, List<PlanGoal> goals, List<PainAfterVisits.Felt> painAfter) {}

    /** @param facts null for those who are not in relation to the patient */
    static Component of(PlanDetails plan, @Nullable Facts facts, ClinicLabel clinic, LocalDate today) {
        var now = plan.status().isRunning() ? today : null;
        var lanes = new ArrayList<>(visits(plan, today));
        if (facts != null) {
            lanes.addAll(reevaluations(plan, facts.outlook(), clinic.zone()));
        }
        var phases = phases(plan, today);
        var timeline = new Timeline("Course of the plan", phases, lanes, now)
                .withRhythms(phases.stream().map(phase -> rhythm(plan, phase)).toList())
                .withPauses(holds(plan, clinic.zone(), today))
                .withLines(facts == null ? List.of() : PlanValues.of(plan, facts));
        return Ui.card("Course", timeline.draw());
    }

    /** Returns how much of a plan is delivered, and how far it is behind. */
    static Div adherence(PlanDetails plan, LocalDate today) {
        var line = Ui.div(
                "cluster",
                Ui.text("strong num", plan.delivered() + " of " + plan.visits().size()),
                Ui.text("muted", "visits delivered"));
        if (plan.carriedOver() > 0) {
            line.add(
                    Ui.text("strong num", String.valueOf(plan.carriedOver())),
                    Ui.text("muted", "of them carried over"));
        }
        plan.adherence(today)
                .ifPresent(percent ->
                        line.add(Ui.text("strong num", percent + "%"), Ui.text("muted", "of the visits due by today")));
        var missed = plan.missed(today);
        if (missed > 0) {
            var days = plan.driftDays(today);
            line.add(StatusBadge.warn(missed + (missed == 1 ? " visit" : " visits") + " and " + days
                    + (days == 1 ? " day" : " days") + " behind"));
        }
        return line;
    }

    private static List<Timeline.Lane> visits(PlanDetails plan, LocalDate today) {
        var byService = plan.visits().stream()
                .collect(Collectors.groupingBy(
                        PlanDetails.Visit::service, () -> new EnumMap<>(AppointmentType.class), Collectors.toList()));
        return byService.entrySet().stream()
                .map(lane -> new Timeline.Lane(
                        lane.getKey().label(),
                        lane.getValue().stream()
                                .map(visit -> mark(plan, visit, today))
                                .toList(),
                        look(lane.getKey())))
                .toList();
    }

    /** Each discipline has its color; what belongs to none has that of all charts. */
    private static String look(AppointmentType service) {
        var discipline = service.discipline();
        return discipline == null
                ? ""
                : switch (discipline) {
                    case CHIROPRACTIC -> "d-chiropractic";
                    case MASSAGE_THERAPY -> "d-massage";
                    case EXERCISE_THERAPY -> "d-exercise";
                };
    }

    /** Returns how far apart the days of a phase are, in words; empty for fewer than two days. */
    static String rhythm(PlanDetails plan, Timeline.Phase phase) {
        var days = plan.visits().stream()
                .filter(visit -> visit.phase().label().equals(phase.name()))
                .map(PlanDetails.Visit::plannedOn)
                .distinct()
                .sorted()
                .toList();
        if (days.size() < 2) {
            return "";
        }
        var apart = IntStream.range(1, days.size())
                .mapToLong(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .sorted()
                .toArray();
        var usual = apart[apart.length / 2];
        if (usual < 5) {
            return Math.max(2, Math.round(7.0 / usual)) + " a week";
        }
        var weeks = Math.round(usual / 7.0);
        return weeks == 1 ? "weekly" : weeks == 4 ? "monthly" : "every " + weeks + " weeks";
    }

    static Timeline.Mark mark(PlanDetails plan, PlanDetails.Visit visit, LocalDate today) {
        var status = visit.deliveredOn() != null
                ? Timeline.Status.DELIVERED
                // booked later than planned, it is still to come
                : plan.isMissed(visit, today) && visit.day().isBefore(today)
                        ? Timeline.Status.MISSED
                        : Timeline.Status.PLANNED;
        return new Timeline.Mark(visit.day(), status);
    }

    private static List<Timeline.Lane> reevaluations(PlanDetails plan, Outlook outlook, ZoneId zone) {
        var marks = new ArrayList<>(outlook.decisions().stream()
                .filter(row -> row.course() != null)
                .sorted(Comparator.comparing(Decision::at))
                .map(row -> new Timeline.Mark(row.at().atZone(zone).toLocalDate(), found(row)))
                .toList());
        if (plan.status() == PlanStatus.ACTIVE && outlook.isReevaluatedBeforeEnd(plan)) {
            marks.add(new Timeline.Mark(outlook.reevaluation().expectedOn(), Timeline.Status.DUE));
        }
        return marks.isEmpty() ? List.of() : List.of(new Timeline.Lane("Re-evaluation", marks));
    }

    private static Timeline.Status found(Decision row) {
        return row.course() == null
                ? Timeline.Status.DONE
                : switch (row.course()) {
                    case IMPROVING -> Timeline.Status.DONE;
                    case UNCHANGED -> Timeline.Status.UNCHANGED;
                    case WORSENING -> Timeline.Status.WORSE;
                };
    }

    private static List<Timeline.Phase> holds(PlanDetails plan, ZoneId zone, LocalDate today) {
        var holds = new ArrayList<Timeline.Phase>();
        LocalDate since = null;
        for (var step : plan.history()) {
            var day = step.at().atZone(zone).toLocalDate();
            if (since != null) {
                holds.add(new Timeline.Phase("On hold", since, day));
            }
            since = step.to() == PlanStatus.ON_HOLD ? day : null;
        }
        if (since != null) {
            holds.add(new Timeline.Phase("On hold", since, today.isBefore(since) ? since : today));
        }
        return holds;
    }

    /** A phase lasts until the next one starts. The active phase goes on today; a pending one starts after today. */
    static List<Timeline.Phase> phases(PlanDetails plan, LocalDate today) {
        var shown = Stream.ofNullable(plan.phases())
                .map(PhaseStates::states)
                .flatMap(List::stream)
                .filter(state -> state.status() != Status.SKIPPED && start(plan, state, today) != null)
                .toList();
        var last = last(plan, today);
        var phases = new ArrayList<Timeline.Phase>();
        for (int i = 0; i < shown.size(); i++) {
            var from = Objects.requireNonNull(start(plan, shown.get(i), today));
            var until = i + 1 < shown.size()
                    ? Objects.requireNonNull(start(plan, shown.get(i + 1), today))
                            .minusDays(1)
                    : last;
            phases.add(new Timeline.Phase(shown.get(i).phase().label(), from, until.isBefore(from) ? from : until));
        }
        return phases;
    }

    private static @Nullable LocalDate start(PlanDetails plan, State state, LocalDate today) {
        if (state.startedOn() != null) {
            return state.startedOn();
        }
        var planned = plan.visits().stream()
                .filter(visit -> visit.phase() == state.phase())
                .map(PlanDetails.Visit::plannedOn)
                .min(LocalDate::compareTo)
                .orElse(null);
        return planned != null
                        && state.status() == Status.PENDING
                        && plan.status().isRunning()
                        && !planned.isAfter(today)
                ? today.plusDays(1)
                : planned;
    }

    private static LocalDate last(PlanDetails plan, LocalDate today) {
        var visits = plan.visits().stream().map(PlanDetails.Visit::day);
        return (plan.status().isRunning() ? Stream.concat(visits, Stream.of(today)) : visits)
                .max(LocalDate::compareTo)
                .orElse(today);
    }
}
