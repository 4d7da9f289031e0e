package io.plumbline.recalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.plans.worklist.PlanPace;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is called, why, since when, and when to look again. */
class RecallRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final ClinicId CLINIC = ClinicId.next();
    private static final RecallSettings SETTINGS = new RecallSettings(90, 18);

    /** A plan is its interval in days and its visits left, active since the first of November. */
    @ParameterizedTest
    @CsvSource({
        // last visit, missed on, booked for, plan; reason, since, look again on
        "2026-11-10,           ,           ,     ,                ,           , 2027-02-09",
        "2026-08-26,           ,           ,     ,                ,           , 2026-11-25",
        "2026-08-25,           ,           ,     , QUIET          , 2026-08-25, 2028-02-26",
        "2026-08-25,           , 2026-11-24,     ,                ,           , 2026-11-25",
        "2025-05-24,           ,           ,     , QUIET          , 2025-05-24, 2026-11-25",
        "2025-05-23,           ,           ,     ,                ,           ,           ",
        "          ,           ,           ,     ,                ,           ,           ",
        "          , 2026-11-24,           ,     , MISSED         , 2026-11-24, 2028-05-25",
        "2026-11-10, 2026-11-20,           ,     , MISSED         , 2026-11-20, 2028-05-21",
        "2026-11-20, 2026-11-20,           ,     ,                ,           , 2027-02-19",
        "2026-11-22, 2026-11-20,           ,     ,                ,           , 2027-02-21",
        "2026-11-10, 2026-11-20, 2026-12-01,     ,                ,           , 2026-12-02",
        "2026-11-10,           ,           , 7/3 , NOTHING_BOOKED , 2026-11-10, 2028-05-11",
        "2026-11-24,           ,           , 7/3 ,                ,           , 2026-11-25",
        "          ,           ,           , 7/3 , NOTHING_BOOKED , 2026-11-01, 2028-05-02",
        "2026-10-01,           ,           , 7/3 , NOTHING_BOOKED , 2026-11-01, 2028-05-02",
        "2026-11-10, 2026-11-20,           , 7/3 , MISSED         , 2026-11-20, 2028-05-21",
        "2026-11-16,           ,           , 7/0 , QUIET          , 2026-11-16, 2028-05-17",
        "2026-11-17,           ,           , 7/0 ,                ,           , 2026-11-25",
        "2026-11-10,           , 2026-11-30, 7/3 ,                ,           , 2026-12-01",
    })
    void theFirstReasonThatHoldsCounts(
            @Nullable LocalDate lastVisit,
            @Nullable LocalDate missed,
            @Nullable LocalDate booked,
            @Nullable String plan,
            @Nullable RecallReason reason,
            @Nullable LocalDate since,
            @Nullable LocalDate again) {
        var found = RecallRules.find(
                new RecallFacts(CLINIC, TODAY, lastVisit, missed, booked, plan == null ? null : pace(plan), false),
                SETTINGS);
        assertThat(found)
                .isEqualTo(new RecallRules.Finding(
                        reason == null || since == null ? null : new RecallRules.Need(reason, since), again));
    }

    @Test
    void nobodyIsCalledWhoAskedNotToBeContacted() {
        var facts = new RecallFacts(CLINIC, TODAY, TODAY.minusDays(20), TODAY.minusDays(1), null, pace("7/3"), true);
        assertThat(RecallRules.find(facts, SETTINGS)).isEqualTo(new RecallRules.Finding(null, null));
    }

    private static PlanPace pace(String intervalAndLeft) {
        var parts = intervalAndLeft.split("/");
        return new PlanPace(
                CLINIC,
                LocalDate.of(2026, 11, 1),
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                LocalDate.of(2026, 11, 30));
    }
}
