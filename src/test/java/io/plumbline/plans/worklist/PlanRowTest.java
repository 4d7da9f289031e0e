package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRowTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{1} of 11, {0} missed, booked {2}, flag {3}, hold {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        0, 3,  2026-12-01, -, false, -
        0, 3,  -,          -, false, NOT_BOOKED
        1, 3,  2026-12-01, -, false, BEHIND
        2, 3,  -,          -, false, BEHIND NOT_BOOKED
        0, 3,  2026-12-01, R, false, FLAG_OPEN
        0, 3,  2026-12-01, E, true,  FLAG_OPEN
        0, 3,  2026-12-01, -, true,  FLAG_OPEN
        1, 3,  -,          U, true,  FLAG_OPEN BEHIND NOT_BOOKED
        0, 11, -,          -, false, -
        """)
    void aPlanNeedsAttentionByItsFlagItsVisitsAndItsBookings(
            int missed, int delivered, LocalDate booked, FlagLevel flag, boolean onHold, String needs) {
        var row = new PlanRow(
                PlanId.next(),
                PatientId.next(),
                "",
                "",
                11,
                delivered,
                missed,
                DUE,
                booked,
                DUE,
                null,
                null,
                null,
                false,
                null,
                flag,
                onHold);
        var expected = needs == null
                ? new Need[0]
                : Arrays.stream(needs.split(" ")).map(Need::valueOf).toArray(Need[]::new);
        assertThat(row.needs()).containsExactly(expected);
    }

    @Test
    void aPlanOnHoldIsNeitherBehindNorUnbooked() {
        var held = row(null);
        assertThat(held.needs()).isEmpty();
        assertThat(row(FlagLevel.R).needs())
                .as("a flag is decided all the same")
                .containsExactly(Need.FLAG_OPEN);
    }

    @Test
    void aStepToDecideAndADueReevaluationAreReasonsOfAnActivePlan() {
        var row = new PlanRow(
                PlanId.next(),
                PatientId.next(),
                "",
                "",
                11,
                3,
                0,
                DUE,
                DUE,
                DUE,
                null,
                null,
                null,
                true,
                DUE,
                null,
                false);
        assertThat(row.needs()).containsExactly(Need.STEP_OPEN, Need.REEVALUATION_DUE);
    }

    private static PlanRow row(FlagLevel flag) {
        return new PlanRow(
                PlanId.next(),
                PatientId.next(),
                "",
                "",
                11,
                3,
                2,
                DUE,
                null,
                DUE,
                DUE,
                "away",
                null,
                true,
                DUE,
                flag,
                false);
    }
}
