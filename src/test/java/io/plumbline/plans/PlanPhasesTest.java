package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
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

    private static List<LocalDate> delivered(int visits, int every) {
        return IntStream.rangeClosed(1, visits)
                .mapToObj(visit -> START.plusDays((long) every * visit))
                .toList();
    }
}
