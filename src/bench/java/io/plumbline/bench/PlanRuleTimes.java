package io.plumbline.bench;

import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.StepFacts;
import io.plumbline.phases.StepRules;
import io.plumbline.phases.VisitPain;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long the rules of plans take that ask no store, in microseconds: the median of many times. */
final class PlanRuleTimes {
    static final String NAME = "plan rules";

    private static final int WARM_UP = 20_000;
    private static final int TIMES = 2_001;
    private static final double MICROSECOND = 1e3;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private PlanRuleTimes() {}

    static Map<String, Double> of(StepRules rules, OutcomeMeasures measures) {
        var facts = facts(measures);
        var year = year();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("stepDecisionUs", median(() -> rules.propose(facts)));
        figures.put(
                "expandYearUs", median(() -> Taper.visits(START, year, day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)));
        return figures;
    }

    /** All criteria of a phase, six goals, and pain of forty visits. */
    private static StepFacts facts(OutcomeMeasures measures) {
        var goal = new GoalFact(
                "Pain now",
                measures.require("NPRS_NOW"),
                false,
                BigDecimal.valueOf(6),
                START,
                BigDecimal.valueOf(2),
                List.of(new GoalFact.Measured(START.plusDays(60), BigDecimal.valueOf(3))));
        return new StepFacts(
                new PhaseRules(
                        PlanPhase.RELIEF, 4, null, 14, null, new ExitCriteria(3, 3, 2, true, true, true, true), 12, 30),
                START,
                START.plusDays(80),
                12,
                true,
                List.of(),
                false,
                null,
                IntStream.range(0, 40)
                        .mapToObj(visit -> new VisitPain(START.plusDays(2L * visit), 9 - visit / 6, 8 - visit / 6))
                        .toList(),
                BigDecimal.valueOf(3),
                Collections.nCopies(6, goal),
                new StepFacts.Reevaluation(
                        START.plusDays(90), START.plusDays(90), true, START.plusDays(60), Course.IMPROVING),
                StepFacts.Since.START);
    }

    /** A year of care: twice a week, weekly, every two weeks, monthly. */
    private static List<PlannedService> year() {
        return List.of(
                new PlannedService(PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, null, Frequency.TWICE_A_WEEK, 16),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, 8),
                new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.ADJUSTMENT, null, Frequency.WEEKLY, 20),
                new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.EXERCISE, null, Frequency.FORTNIGHTLY, 10),
                new PlannedService(PlanPhase.MAINTAIN, AppointmentType.ADJUSTMENT, null, Frequency.MONTHLY, 6));
    }

    private static double median(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        var taken = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            var began = System.nanoTime();
            work.run();
            taken[i] = System.nanoTime() - began;
        }
        Arrays.sort(taken);
        return taken[TIMES / 2] / MICROSECOND;
    }
}
