package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanUrgencyTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{0} missed, booked {1}, held {2}, flag {3}, hold {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        0,  2026-12-01, -,          -, false, 0
        0,  -,          -,          -, false, 10
        1,  2026-12-01, -,          -, false, 14
        3,  -,          -,          -, false, 32
        5,  2026-12-01, -,          -, false, 30
        50, -,          -,          -, false, 40
        0,  2026-12-01, -,          C, false, 45
        0,  2026-12-01, -,          R, false, 45
        0,  2026-12-01, -,          U, true,  55
        0,  2026-12-01, -,          -, true,  55
        0,  2026-12-01, -,          E, true,  60
        50, -,          -,          E, true,  100
        3,  -,          2026-11-20, -, false, 0
        3,  -,          2026-11-20, R, false, 45
        """)
    void thePointsOfTheReasonsAddUpAndAFlagWeighsMoreThanAllOthers(
            int missed, LocalDate booked, LocalDate held, FlagLevel flag, boolean hold, int points) {
        var row = new PlanRow(
                PlanId.next(), PatientId.next(), "", "", 60, 3, missed, DUE, booked, DUE, held, null, flag, hold);
        assertThat(PlanUrgency.of(row)).isEqualTo(points).isLessThanOrEqualTo(PlanUrgency.MOST);
    }
}
