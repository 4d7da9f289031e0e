package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
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
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.Timeline;
import io.plumbline.shared.ui.chart.ValueLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
        var timeline = new Timeline("Course of the plan", phases(plan, today), lanes, now)
                .withPauses(holds(plan, clinic.zone(), today))
                .withLines(facts == null ? List.of() : lines(plan, facts));
        return Ui.card("Course", adherence(plan, today), timeline.draw());
    }

    private static Div adherence(PlanDetails plan, LocalDate today) {
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
                                .toList()))
                .toList();
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
                .map(Decision::at)
                .map(at -> new Timeline.Mark(at.atZone(zone).toLocalDate(), Timeline.Status.DONE))
                .toList());
        if (plan.status() == PlanStatus.ACTIVE && outlook.isReevaluatedBeforeEnd(plan)) {
            marks.add(new Timeline.Mark(outlook.reevaluation().expectedOn(), Timeline.Status.DUE));
        }
        return marks.isEmpty() ? List.of() : List.of(new Timeline.Lane("Re-evaluation", marks));
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

    private static List<ValueLine> lines(PlanDetails plan, Facts facts) {
        var from = plan.visits().stream().map(PlanDetails.Visit::day).min(LocalDate::compareTo);
        var lines = new ArrayList<ValueLine>();
        var hasPainGoal = facts.goals().stream().anyMatch(goal -> goal.measure().equals(OutcomeMeasures.PAIN_NOW));
        if (!hasPainGoal && from.isPresent()) {
            var pain = facts.scores().measures().require(OutcomeMeasures.PAIN_NOW);
            var arrivals = facts.scores().courseSince(pain, from.get());
            lines.add(withAfter(new ValueLine(new Series("Pain on arrival", arrivals), axis(pain)), facts, from.get()));
        }
        for (var goal : facts.goals()) {
            var score = facts.scores().scoreOf(goal);
            var line = goal(goal, score);
            lines.add(
                    goal.measure().equals(OutcomeMeasures.PAIN_NOW) && from.isPresent()
                            ? withAfter(line, facts, from.get())
                            : line);
        }
        return lines;
    }

    private static ValueLine withAfter(ValueLine line, Facts facts, LocalDate from) {
        var after = facts.painAfter().stream()
                .filter(felt -> !felt.on().isBefore(from))
                .map(felt -> new DayValue(felt.on(), felt.pain()))
                .toList();
        return after.isEmpty() ? line : line.withDotted(new Series("Pain after the visit", after));
    }

    private static ValueLine goal(PlanGoal goal, GoalScores.Score score) {
        var line = new ValueLine(new Series(score.name(), score.course(goal)), axis(score.measure()));
        if (goal.target() != null) {
            line = line.withTarget(goal.target().doubleValue());
        }
        var important = score.measure().importantChange(goal.activity().isEmpty() ? 0 : 1);
        if (goal.baseline() == null || important.isEmpty()) {
            return line;
        }
        var change = important.get().doubleValue();
        var baseline = goal.baseline().doubleValue();
        return line.withBand(new ValueLine.Band(
                Math.max(score.measure().lowest(), baseline - change),
                Math.min(score.measure().highest(), baseline + change)));
    }

    private static Axis axis(OutcomeMeasure measure) {
        return Axis.of(measure.lowest(), measure.highest());
    }
}
