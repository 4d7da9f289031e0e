package io.plumbline.plans.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.chart.Timeline;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bands of the phases, and how far a plan is behind. */
class PlanTimelineTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final LocalDate TODAY = START.plusDays(60);

    @Test
    void thePhaseThatWasDecidedIsTheCurrentOneWhateverWasPlanned() {
        var plan = plan(
                List.of(
                        new State(PlanPhase.RELIEF, Status.DONE, START, START.plusDays(20)),
                        new State(PlanPhase.CORRECTIVE, Status.ACTIVE, START.plusDays(20), null),
                        new State(PlanPhase.MAINTAIN, Status.PENDING, null, null)),
                visit(PlanPhase.RELIEF, 0, true),
                visit(PlanPhase.CORRECTIVE, 20, true),
                visit(PlanPhase.MAINTAIN, 45, false),
                visit(PlanPhase.MAINTAIN, 75, false));
        assertThat(PlanTimeline.phases(plan, TODAY))
                .containsExactly(
                        new Timeline.Phase("Relief", START, START.plusDays(19)),
                        new Timeline.Phase("Corrective", START.plusDays(20), TODAY),
                        new Timeline.Phase("Maintain", TODAY.plusDays(1), START.plusDays(75)));
    }

    @Test
    void aSkippedPhaseHasNoBand() {
        var plan = plan(
                List.of(
                        new State(PlanPhase.RELIEF, Status.DONE, START, START.plusDays(20)),
                        new State(PlanPhase.CORRECTIVE, Status.SKIPPED, null, START.plusDays(20)),
                        new State(PlanPhase.MAINTAIN, Status.ACTIVE, START.plusDays(20), null)),
                visit(PlanPhase.RELIEF, 0, true),
                visit(PlanPhase.MAINTAIN, 75, false));
        assertThat(PlanTimeline.phases(plan, TODAY))
                .extracting(Timeline.Phase::name)
                .containsExactly("Relief", "Maintain");
    }

    @Test
    void adherenceCountsTheVisitsDueBeforeToday() {
        var plan = plan(
                List.of(new State(PlanPhase.RELIEF, Status.ACTIVE, START, null)),
                visit(PlanPhase.RELIEF, 0, true),
                visit(PlanPhase.RELIEF, 10, true),
                visit(PlanPhase.RELIEF, 50, false),
                visit(PlanPhase.RELIEF, 60, false),
                visit(PlanPhase.RELIEF, 70, false));
        assertThat(plan.adherence(TODAY)).hasValue(66);
        assertThat(plan.missed(TODAY)).isOne();
        assertThat(plan.driftDays(TODAY)).isEqualTo(10);
    }

    @Test
    void aPlanWithoutAVisitDueHasNoAdherenceAndIsNotBehind() {
        var plan = plan(
                List.of(new State(PlanPhase.RELIEF, Status.ACTIVE, START, null)), visit(PlanPhase.RELIEF, 60, false));
        assertThat(plan.adherence(TODAY)).isEmpty();
        assertThat(plan.driftDays(TODAY)).isZero();
    }

    @Test
    void aVisitThatIsBookedLaterThanPlannedIsToCome() {
        var missed = visit(PlanPhase.RELIEF, 50, false);
        var late = new PlanDetails.Visit(
                missed.id(),
                2,
                PlanPhase.RELIEF,
                AppointmentType.MASSAGE,
                missed.practitioner(),
                missed.plannedOn(),
                TODAY.plusDays(3),
                null,
                false);
        var plan = plan(List.of(new State(PlanPhase.RELIEF, Status.ACTIVE, START, null)), missed, late);
        assertThat(PlanTimeline.mark(plan, missed, TODAY))
                .isEqualTo(new Timeline.Mark(missed.plannedOn(), Timeline.Status.MISSED));
        assertThat(PlanTimeline.mark(plan, late, TODAY))
                .isEqualTo(new Timeline.Mark(TODAY.plusDays(3), Timeline.Status.PLANNED));
    }

    private static PlanDetails.Visit visit(PlanPhase phase, int day, boolean isDelivered) {
        return new PlanDetails.Visit(
                new PlannedVisitId(Ids.next()),
                1,
                phase,
                AppointmentType.MASSAGE,
                new StaffId(Ids.next()),
                START.plusDays(day),
                null,
                isDelivered ? START.plusDays(day) : null,
                false);
    }

    private static PlanDetails plan(List<State> states, PlanDetails.Visit... visits) {
        return new PlanDetails(
                new PlanId(Ids.next()),
                1,
                new PatientId(Ids.next()),
                "Nora Quist",
                new ClinicId(Ids.next()),
                "Massage plan",
                PlanStatus.ACTIVE,
                0,
                List.of(visits),
                new PhaseStates(states),
                false,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
