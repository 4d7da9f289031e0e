package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Computes from when on a chiropractor who is not named for a sensitive patient may open the record because of a red flag:
 * an emergency at once, an urgent one after one business hour of the clinic, in which those named may decide it.
 */
@Component
class BreakGlassClock {
    private final OutcomeClock business;

    BreakGlassClock(OutcomeClock business) {
        this.business = business;
    }

    /** Returns the instant, for a flag that is a clinical hold. */
    Instant from(ClinicId clinic, FlagLevel level, Instant raisedAt) {
        return level == FlagLevel.E ? raisedAt : business.afterBusinessHour(clinic, raisedAt);
    }
}
