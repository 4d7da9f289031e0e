package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A re-evaluation is due after so many visits or days of a phase, whichever comes first. */
class PlanPhasesTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final PhaseRules RULES = new PhaseRules(
            PlanPhase.RELIEF, 0, null, 0, null, new ExitCriteria(null, 1, null, true, false, true, false), 6, 30);

    @ParameterizedTest(name = "{0} visits, one every {1} days")
    @CsvSource({"0, 7, 30", "5, 2, 30", "6, 2, 12", "9, 2, 12", "6, 7, 30"})
    void itIsDueByVisitsOrByDays(int visits, int every, int dueAfter) {
        var due = new PlanPhases()
                .reevaluation(RULES, delivered(visits, every), START, START, START.plusDays(40))
                .dueOn();
        assertThat(due).isEqualTo(START.plusDays(dueAfter));
    }

    @ParameterizedTest(name = "{0} visits by day {1}: {2}")
    @CsvSource({"0, 23, false", "0, 24, true", "4, 10, false", "5, 10, true"})
    void itIsSoonFromFourFifthsOn(int visits, int day, boolean isSoon) {
        var state = new PlanPhases().reevaluation(RULES, delivered(visits, 2), START, START, START.plusDays(day));
        assertThat(state.isSoon()).isEqualTo(isSoon);
    }

    @Test
    void itCountsFromTheLastOne() {
        var phases = new PlanPhases();
        phases.reevaluate(Course.UNCHANGED, START.plusDays(14), 6);
        var state = phases.reevaluation(RULES, delivered(8, 2), START, START, START.plusDays(20));
        assertThat(state.dueOn()).isEqualTo(START.plusDays(44));
        assertThat(state.lastCourse()).isEqualTo(Course.UNCHANGED);
        var next = phases.reevaluation(RULES, delivered(8, 2), START, START.plusDays(15), START.plusDays(20));
        assertThat(next.lastOn())
                .as("one of the phase before does not count for the next")
                .isNull();
    }

    @ParameterizedTest(name = "{0} of 6 visits delivered, to be re-evaluated at its end: {1}")
    @CsvSource({"0, true, 30, 12", "5, true, 30, 12", "6, true, 12, 12", "5, false, 30, 30", "6, false, 30, 30"})
    void aPhaseThatEndsWithAReevaluationHasOneWithItsLastVisit(
            int delivered, boolean endsWithOne, int dueAfter, int expectedAfter) {
        var rules = new PhaseRules(
                PlanPhase.RELIEF,
                0,
                null,
                0,
                null,
                new ExitCriteria(null, 1, null, true, false, true, endsWithOne),
                8,
                30);
        var state = new PlanPhases().reevaluation(rules, visits(delivered, 6, 2), START, START, START.plusDays(1));
        assertThat(state.dueOn()).isEqualTo(START.plusDays(dueAfter));
        assertThat(state.expectedOn()).isEqualTo(START.plusDays(expectedAfter));
    }

    @Test
    void aVisitToComeSaysWhenAReevaluationFallsDue() {
        var state = new PlanPhases().reevaluation(RULES, visits(4, 8, 2), START, START, START.plusDays(9));
        assertThat(state.dueOn()).as("by days").isEqualTo(START.plusDays(30));
        assertThat(state.expectedOn()).as("after the sixth visit").isEqualTo(START.plusDays(12));
        var late = new PlanPhases().reevaluation(RULES, visits(4, 8, 2), START, START, START.plusDays(20));
        assertThat(late.expectedOn()).as("that visit was missed").isEqualTo(START.plusDays(30));
    }

    private static PlannedVisits delivered(int visits, int every) {
        return visits(visits, visits, every);
    }

    /** Visits of one service, one every so many days, of which the first are delivered on their day. */
    private static PlannedVisits visits(int delivered, int all, int every) {
        var line = new PlannedService(
                PlanPhase.RELIEF, AppointmentType.MASSAGE, new StaffId(Ids.next()), Frequency.WEEKLY, Math.max(all, 1));
        return new PlannedVisits(
                IntStream.rangeClosed(1, all)
                        .mapToObj(number -> {
                            var on = START.plusDays((long) every * number);
                            var visit = PlannedVisit.of(new Taper.Visit(line, on), number);
                            if (number <= delivered) {
                                visit.deliver(new NoteId(Ids.next()), on, PlanPhase.RELIEF, 1);
                            }
                            return visit;
                        })
                        .toList(),
                List.of(line));
    }
}
