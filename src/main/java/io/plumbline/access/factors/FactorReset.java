package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes the two-step sign-in of a person who lost their device. */
@Component
public class FactorReset {
    private final FactorStore factors;
    private final ApplicationEventPublisher events;

    FactorReset(FactorStore factors, ApplicationEventPublisher events) {
        this.factors = factors;
        this.events = events;
    }

    /** Removes factor and recovery codes, in the transaction that uses up the one-time link. Removes nothing twice. */
    public void reset(StaffId account, Instant at) {
        if (factors.remove(account)) {
            factors.saveReset(account, at);
            events.publishEvent(new FactorEvent.Reset(account));
        }
    }
}
