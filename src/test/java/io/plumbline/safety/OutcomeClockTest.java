package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeClockTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Without clinics: where no outcome is awaited, nobody asks for their hours. */
    private final OutcomeClock outcomes = new OutcomeClock(null);

    @ParameterizedTest
    @EnumSource(names = {"REFERRED", "EMERGENCY_REFERRED"})
    void doesNotRunForAFlagThatIsNotInForce(FlagStatus referral) {
        assertThat(outcomes.dueAt(ClinicId.next(), FlagLevel.C, FlagStatus.RAISED, referral, NOON))
                .isNull();
    }
}
