package io.plumbline.phases;

import static io.plumbline.phases.PlanPhase.CORRECTIVE;
import static io.plumbline.phases.PlanPhase.MAINTAIN;
import static io.plumbline.phases.PlanPhase.RELIEF;
import static io.plumbline.phases.PlanPhase.STABILISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A plan is in one phase; each change is a step to another. */
class PhaseStatesTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate LATER = START.plusWeeks(6);
    private static final PhaseStates ALL =
            PhaseStates.startingOn(new TreeSet<>(Arrays.asList(PlanPhase.values())), START);

    @Test
    void aPlanStartsInItsFirstPhase() {
        assertThat(ALL.current()).contains(new State(RELIEF, Status.ACTIVE, START, null));
        assertThat(ALL.later()).containsExactly(CORRECTIVE, STABILISE, MAINTAIN);
        assertThat(ALL.earlier()).isEmpty();
    }

    @Test
    void aStepDownEndsThePhaseAndStartsTheNext() {
        var stepped = ALL.stepTo(CORRECTIVE, LATER);
        assertThat(stepped.states())
                .containsExactly(
                        new State(RELIEF, Status.DONE, START, LATER),
                        new State(CORRECTIVE, Status.ACTIVE, LATER, null),
                        new State(STABILISE, Status.PENDING, null, null),
                        new State(MAINTAIN, Status.PENDING, null, null));
        assertThat(stepped.earlier()).contains(RELIEF);
    }

    @Test
    void phasesBetweenAreSkipped() {
        assertThat(ALL.stepTo(MAINTAIN, LATER).states())
                .extracting(State::status)
                .containsExactly(Status.DONE, Status.SKIPPED, Status.SKIPPED, Status.ACTIVE);
    }

    @Test
    void aStepUpStartsThePhaseBeforeAgain() {
        var back = ALL.stepTo(CORRECTIVE, LATER).stepTo(RELIEF, LATER.plusWeeks(2));
        assertThat(back.states())
                .startsWith(
                        new State(RELIEF, Status.ACTIVE, LATER.plusWeeks(2), null),
                        new State(CORRECTIVE, Status.PENDING, null, null));
    }

    @Test
    void aRevisionAddsPendingPhasesAndRemovesPendingOnes() {
        var two = PhaseStates.startingOn(new TreeSet<>(Set.of(RELIEF, CORRECTIVE)), START);
        assertThat(two.revisedTo(new TreeSet<>(Set.of(RELIEF, MAINTAIN))).states())
                .containsExactly(
                        new State(RELIEF, Status.ACTIVE, START, null), new State(MAINTAIN, Status.PENDING, null, null));
    }

    @Test
    void aRevisionKeepsThePhasesThatHaveBegunAndAddsNoneBeforeThem() {
        var corrective = PhaseStates.startingOn(new TreeSet<>(Set.of(CORRECTIVE, MAINTAIN)), START);
        assertThatThrownBy(() -> corrective.revisedTo(new TreeSet<>(Set.of(MAINTAIN))))
                .isInstanceOf(Refused.class)
                .hasMessage("Corrective has begun: keep its services");
        assertThatThrownBy(() -> corrective.revisedTo(new TreeSet<>(Set.of(RELIEF, CORRECTIVE))))
                .isInstanceOf(Refused.class)
                .hasMessage("The plan is in Corrective: add services to this phase or a later one");
    }

    @Test
    void atMostOnePhaseIsActiveAfterAnySteps() {
        var states = ALL;
        for (var to : List.of(STABILISE, RELIEF, MAINTAIN, CORRECTIVE, MAINTAIN)) {
            states = states.stepTo(to, LATER);
            assertThat(states.states())
                    .filteredOn(state -> state.status() == Status.ACTIVE)
                    .extracting(State::phase)
                    .containsExactly(to);
        }
    }
}
