package io.plumbline.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a phase is possible, or is refused in words. */
class PhaseRulesTest {
    private static final ExitCriteria NONE = new ExitCriteria(null, 1, null, false, false, false, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # visits   | days     | re-evaluation | refused with
            -1 |       | 0  |     | 12 | 30 | Relief: a phase has 0 to 60 visits
            61 |       | 0  |     | 12 | 30 | Relief: a phase has 0 to 60 visits
            6  | 4     | 0  |     | 12 | 30 | Relief: the maximum of visits is below the minimum
            0  | 0     | 0  |     | 12 | 30 | Relief: the maximum of visits is below the minimum
            0  |       | 14 | 7   | 12 | 30 | Relief: the maximum of days is below the minimum
            0  |       | -1 |     | 12 | 30 | Relief: a phase lasts 0 to 730 days
            0  |       | 0  |     | 0  | 30 | Relief: a re-evaluation is due after 1 to 60 visits or 1 to 730 days
            0  |       | 0  |     | 12 | 0  | Relief: a re-evaluation is due after 1 to 60 visits or 1 to 730 days
            """)
    void impossibleNumbersAreRefused(
            int least, Integer most, int leastDays, Integer mostDays, int visits, int days, String message) {
        assertThatThrownBy(() -> new PhaseRules(PlanPhase.RELIEF, least, most, leastDays, mostDays, NONE, visits, days))
                .isInstanceOf(Refused.class)
                .hasMessage(message);
    }

    @Test
    void exitCriteriaThatCanNeverHoldAreRefused() {
        var six = new PhaseRules(PlanPhase.RELIEF, 6, null, 0, null, NONE, 12, 30);
        assertThatCode(() -> six.refuseNeverMet(6)).doesNotThrowAnyException();
        assertThatThrownBy(() -> six.refuseNeverMet(5))
                .isInstanceOf(Refused.class)
                .hasMessage("Relief must have 6 visits, and 5 are planned: it could never end");
        var pain = new ExitCriteria(3, 4, null, false, false, false, false);
        var low = new PhaseRules(PlanPhase.RELIEF, 0, null, 0, null, pain, 12, 30);
        assertThatThrownBy(() -> low.refuseNeverMet(3))
                .isInstanceOf(Refused.class)
                .hasMessage("Relief asks for pain of 3 or less on 4 visits, and 3 are planned: it could never end");
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "11, 1, 1", "3, 0, 1", "3, 11, 1", "3, 2, 0", "3, 2, 11"})
    void criteriaOutsideTheirScalesAreRefused(int pain, int visits, int gain) {
        assertThatThrownBy(() -> new ExitCriteria(pain, visits, gain, false, false, false, false))
                .isInstanceOf(Refused.class);
    }

    @Test
    void eachPhaseHasUsualRulesWithASource() {
        var defaults = Courses.read("clinical/phase-rules.json", PhaseDefaults.class);
        assertThat(defaults.source()).isNotEmpty();
        assertThat(defaults.approvedBy())
                .as("an example until a clinic approves it")
                .isNull();
        for (var phase : PlanPhase.values()) {
            var usual = defaults.rulesOf(phase, List.of());
            assertThat(usual.exit().painAtMost()).as("no source states one").isNull();
            assertThat(usual.exit().isEmpty()).isFalse();
        }
        var own = new PhaseRules(PlanPhase.RELIEF, 6, null, 0, null, NONE, 12, 30);
        assertThat(defaults.rulesOf(PlanPhase.RELIEF, List.of(own))).isEqualTo(own);
    }
}
