package io.plumbline.taper;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patient agrees to closer visits, more visits, care for longer and new kinds of treatment. */
class CareGrowthTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "weekly × 4 becomes {0} × {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "WEEKLY       | 4 | nothing",
                "WEEKLY       | 3 | nothing",
                "FORTNIGHTLY  | 2 | nothing",
                "WEEKLY       | 5 | more visits, care for longer",
                "TWICE_A_WEEK | 4 | closer visits",
                "TWICE_A_WEEK | 6 | closer visits, more visits",
                "FORTNIGHTLY  | 4 | care for longer"
            })
    void growthIsTold(Frequency often, int visits, String words) {
        var growth = CareGrowth.between(List.of(massage(Frequency.WEEKLY, 4)), List.of(massage(often, visits)), START);
        assertThat(growth.words()).isEqualTo(words == null ? "" : words);
        assertThat(growth.isNone()).isEqualTo(words == null);
    }

    @Test
    void aTreatmentThatWasInNoPhaseIsNew() {
        var before = List.of(massage(Frequency.WEEKLY, 4));
        var adjustment = new PlannedService(PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, null, Frequency.WEEKLY, 1);
        assertThat(CareGrowth.between(before, List.of(massage(Frequency.WEEKLY, 3), adjustment), START)
                        .words())
                .isEqualTo("Adjustment for the first time");
    }

    private static PlannedService massage(Frequency often, int visits) {
        return new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, often, visits);
    }
}
