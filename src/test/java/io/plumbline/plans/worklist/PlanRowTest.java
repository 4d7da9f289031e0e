package io.plumbline.plans.worklist;

import static io.plumbline.plans.worklist.PlanRowOfTest.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRowTest {
    @ParameterizedTest(name = "{1} of 11, {0} missed, booked {2}, ends {3}, flag {4}, hold {5}: {6}")
    @CsvSource(nullValues = "-", textBlock = """
        0, 3,  2026-12-01, -,          -, false, -
        0, 3,  -,          -,          -, false, NOT_BOOKED
        1, 3,  2026-12-01, -,          -, false, BEHIND
        2, 3,  -,          -,          -, false, BEHIND NOT_BOOKED
        0, 3,  2026-12-01, -,          R, false, FLAG_OPEN
        0, 3,  2026-12-01, -,          E, true,  FLAG_OPEN
        0, 3,  2026-12-01, -,          -, true,  FLAG_OPEN
        1, 3,  -,          -,          U, true,  FLAG_OPEN BEHIND NOT_BOOKED
        0, 11, -,          2026-11-20, -, false, ENDING
        0, 10, 2026-12-01, 2026-12-01, -, false, ENDING
        1, 10, -,          2026-11-20, -, false, BEHIND NOT_BOOKED ENDING
        """)
    void aPlanNeedsAttentionByItsFlagItsVisitsAndItsBookings(
            int missed, int delivered, LocalDate booked, LocalDate ends, FlagLevel flag, boolean onHold, String needs) {
        var row = new PlanRowOfTest()
                .visits(11, delivered, missed)
                .bookedOn(booked)
                .endsOn(ends)
                .flagged(flag, onHold)
                .row();
        var expected = needs == null
                ? new Need[0]
                : Arrays.stream(needs.split(" ")).map(Need::valueOf).toArray(Need[]::new);
        assertThat(row.needs()).containsExactly(expected);
    }

    @Test
    void aPlanOnHoldIsNeitherBehindNorUnbookedNorEnding() {
        assertThat(held().row().needs()).isEmpty();
        assertThat(held().flagged(FlagLevel.R, false).row().needs())
                .as("a flag is decided all the same")
                .containsExactly(Need.FLAG_OPEN);
    }

    @Test
    void aReferralThatIsNotWrittenIsAReasonAlsoWhileThePlanRests() {
        assertThat(new PlanRowOfTest().toReferSince(DUE).row().needs()).containsExactly(Need.REFERRAL_OPEN);
        assertThat(held().toReferSince(DUE).row().needs()).containsExactly(Need.REFERRAL_OPEN);
    }

    @Test
    void whatTheScoresAskForIsAReasonOfAnActivePlan() {
        var row = new PlanRowOfTest()
                .course(Step.EXAMINE_AGAIN, ReviewReason.WORSE_THAN_BEFORE, DUE)
                .row();
        assertThat(row.needs()).containsExactly(Need.REVIEW_DUE, Need.STEP_OPEN, Need.REEVALUATION_DUE);
    }

    @Test
    void aDraftWaitsForNothingButTheAgreement() {
        var row =
                new PlanRowOfTest().visits(0, 0, 0).bookedOn(null).waiting(true).row();
        assertThat(row.needs()).containsExactly(Need.AGREEMENT_MISSING);
        assertThat(PlanFilter.AGREEMENT.shows(row)).isTrue();
        assertThat(PlanFilter.NEEDS_YOU.shows(row)).isTrue();
        assertThat(PlanFilter.NOT_BOOKED.shows(row)).isFalse();
    }

    private static PlanRowOfTest held() {
        return new PlanRowOfTest()
                .visits(11, 3, 2)
                .bookedOn(null)
                .heldOn(DUE)
                .endsOn(DUE)
                .course(Step.EXAMINE_AGAIN, ReviewReason.WORSE_THAN_AT_START, DUE);
    }
}
