package io.plumbline.plans.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.Finding;
import io.plumbline.phases.Finding.Answer;
import io.plumbline.phases.Finding.Source;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.StepProposal;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At which visit a fact is measured without which nobody knows whether a phase can end. */
class PhaseWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, Month.NOVEMBER, 24);

    @Test
    void whatIsMissingIsMeasuredAtTheNextVisit() {
        var plan = plan(visit(DAY, DAY), visit(DAY.plusDays(7), null), visit(DAY.plusDays(14), null));
        assertThat(PhaseWords.measuredAt(plan, missing(11, Source.GOALS)))
                .isEqualTo("To be measured at the visit of " + Dates.dayAndYear(DAY.plusDays(7)) + ".");
    }

    @Test
    void nothingIsSaidWhereNoVisitIsAheadOrNothingIsMeasured() {
        var over = plan(visit(DAY, DAY));
        assertThat(PhaseWords.measuredAt(over, missing(11, Source.GOALS))).isEmpty();
        var ahead = plan(visit(DAY, null));
        assertThat(PhaseWords.measuredAt(ahead, missing(11, Source.VISITS)))
                .as("no exit criteria are set")
                .isEmpty();
        assertThat(PhaseWords.measuredAt(ahead, missing(8, Source.MEASURES))).isEmpty();
    }

    private static StepProposal missing(int row, Source source) {
        var fact = new Finding(Answer.MISSING, "Sitting was not measured in this phase", source);
        return new StepProposal(row, null, List.of(), "Why.", null, false, List.of(fact), "3");
    }

    private static PlanDetails.Visit visit(LocalDate on, @Nullable LocalDate deliveredOn) {
        return new PlanDetails.Visit(
                new PlannedVisitId(new UUID(0, 1)),
                1,
                PlanPhase.RELIEF,
                AppointmentType.MASSAGE,
                new StaffId(new UUID(0, 2)),
                on,
                null,
                deliveredOn,
                false);
    }

    private static PlanDetails plan(PlanDetails.Visit... visits) {
        return new PlanDetails(
                new PlanId(new UUID(0, 3)),
                0,
                new PatientId(new UUID(0, 4)),
                "Ana Lima",
                new ClinicId(new UUID(0, 5)),
                "Back",
                PlanStatus.ACTIVE,
                0,
                List.of(visits),
                null,
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
