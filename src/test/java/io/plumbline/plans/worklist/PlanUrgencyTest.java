package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.Step;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanUrgencyTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{0} missed, booked {1}, held {2}, step {3}, re-evaluation {4}, flag {5}, hold {6}: {7}")
    @CsvSource(nullValues = "-", textBlock = """
        0,  2026-12-01, -,          -,         -,          -, false, 0
        0,  -,          -,          -,         -,          -, false, 8
        1,  2026-12-01, -,          -,         -,          -, false, 11
        3,  -,          -,          -,         -,          -, false, 25
        5,  2026-12-01, -,          -,         -,          -, false, 20
        50, -,          -,          -,         -,          -, false, 28
        0,  2026-12-01, -,          STEP_DOWN, -,          -, false, 8
        0,  2026-12-01, -,          -,         2026-11-20, -, false, 4
        50, -,          -,          REFER,     2026-11-20, -, false, 40
        0,  2026-12-01, -,          -,         -,          C, false, 45
        0,  2026-12-01, -,          -,         -,          R, false, 45
        0,  2026-12-01, -,          -,         -,          U, true,  55
        0,  2026-12-01, -,          -,         -,          -, true,  55
        0,  2026-12-01, -,          -,         -,          E, true,  60
        50, -,          -,          REFER,     2026-11-20, E, true,  100
        3,  -,          2026-11-20, REFER,     2026-11-20, -, false, 0
        3,  -,          2026-11-20, -,         -,          R, false, 45
        """)
    void thePointsOfTheReasonsAddUpAndAFlagWeighsMoreThanAllOthers(
            int missed,
            LocalDate booked,
            LocalDate held,
            Step step,
            LocalDate reevaluation,
            FlagLevel flag,
            boolean hold,
            int points) {
        var row = new PlanRow(
                PlanId.next(),
                PatientId.next(),
                "",
                "",
                60,
                3,
                missed,
                DUE,
                booked,
                DUE,
                held,
                null,
                step,
                step != null,
                reevaluation,
                flag,
                hold);
        assertThat(PlanUrgency.of(row)).isEqualTo(points).isLessThanOrEqualTo(PlanUrgency.MOST);
    }
}
