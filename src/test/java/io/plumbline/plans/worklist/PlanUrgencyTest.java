package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanUrgencyTest {
    @ParameterizedTest(
            name =
                    "{0} missed, booked {1}, held {2}, review {3}, step {4}, re-evaluation {5}, ends {6}, flag {7}, hold {8}: {9}")
    @CsvSource(nullValues = "-", textBlock = """
        0,  2026-12-01, -,          -,           -,         -,          -,          -, false, 0
        0,  -,          -,          -,           -,         -,          -,          -, false, 6
        1,  2026-12-01, -,          -,           -,         -,          -,          -, false, 8
        3,  -,          -,          -,           -,         -,          -,          -, false, 18
        4,  2026-12-01, -,          -,           -,         -,          -,          -, false, 14
        50, -,          -,          -,           -,         -,          -,          -, false, 20
        0,  2026-12-01, -,          UNCHANGED,   -,         -,          -,          -, false, 8
        0,  2026-12-01, -,          WORSE_THAN_AT_START, -, -,          -,          -, false, 35
        0,  2026-12-01, -,          UNDECIDED,   -,         -,          -,          -, false, 32
        0,  2026-12-01, -,          -,           STEP_DOWN, -,          -,          -, false, 6
        0,  2026-12-01, -,          -,           -,         2026-11-20, -,          -, false, 4
        0,  2026-12-01, -,          -,           -,         -,          2026-12-01, -, false, 2
        50, -,          -,          WORSE_THAN_BEFORE, REFER,     2026-11-20, 2026-11-20, -, false, 67
        0,  2026-12-01, -,          -,           -,         -,          -,          C, false, 15
        0,  2026-12-01, -,          -,           -,         -,          -,          R, false, 25
        0,  2026-12-01, -,          UNDECIDED,   DECIDE_FIRST, -,       -,          R, false, 38
        0,  2026-12-01, -,          -,           EMERGENCY, -,          -,          E, true,  96
        50, -,          -,          -,           REFER,     2026-11-20, 2026-11-20, U, true,  89
        50, -,          -,          WORSE_THAN_BEFORE, EXAMINE_AGAIN, 2026-11-20, 2026-11-20, R, false, 79
        0,  2026-12-01, -,          -,           -,         -,          -,          U, true,  80
        0,  2026-12-01, -,          -,           -,         -,          -,          -, true,  80
        0,  2026-12-01, -,          -,           -,         -,          -,          E, true,  90
        50, -,          -,          WORSE_THAN_BEFORE, REFER,     2026-11-20, 2026-11-20, E, true,  100
        3,  -,          2026-11-20, UNCHANGED,   CHANGE,     2026-11-20, 2026-11-20, -, false, 0
        3,  -,          2026-11-20, -,           -,         -,          -,          R, false, 15
        """)
    void thePointsOfTheReasonsAddUpAndAPatientWhoIsWorseComesBeforeACaution(
            int missed,
            LocalDate booked,
            LocalDate held,
            ReviewReason review,
            Step step,
            LocalDate reevaluation,
            LocalDate ends,
            FlagLevel flag,
            boolean hold,
            int points) {
        var row = new PlanRowOfTest()
                .visits(60, 3, missed)
                .bookedOn(booked)
                .heldOn(held)
                .endsOn(ends)
                .course(step, review, reevaluation)
                .flagged(flag, hold)
                .row();
        assertThat(PlanUrgency.of(row)).isEqualTo(points).isLessThanOrEqualTo(PlanUrgency.MOST);
    }

    @Test
    void aReferralThatIsNotWrittenComesBeforeAPatientWhoIsWorse() {
        var worse = new PlanRowOfTest()
                .course(null, ReviewReason.WORSE_THAN_AT_START, null)
                .row();
        assertThat(PlanUrgency.of(
                        new PlanRowOfTest().toReferSince(PlanRowOfTest.DUE).row()))
                .isEqualTo(40)
                .isGreaterThan(PlanUrgency.of(worse));
    }
}
