package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeadClaimTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LAST_MOMENT = NOON.plus(Duration.ofMinutes(20)).minusNanos(1);
    private static final StaffId INES = StaffId.next();
    private static final StaffId MAREN = StaffId.next();

    @Test
    void blocksColleaguesForTwentyMinutes() {
        var claim = LeadClaim.of(INES, NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> LeadClaim.requireFree(claim, MAREN, LAST_MOMENT))
                .withMessage("A colleague is calling this person now");
        assertThatCode(() -> LeadClaim.requireFree(claim, MAREN, LAST_MOMENT.plusNanos(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotBlockItsOwnerAndAFreeLeadBlocksNobody() {
        assertThatCode(() -> {
                    LeadClaim.requireFree(LeadClaim.of(INES, NOON), INES, NOON);
                    LeadClaim.requireFree(null, MAREN, NOON);
                })
                .doesNotThrowAnyException();
    }
}
