package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes the two-step sign-in of a person who lost their device. */
@Component
public class FactorReset {
    private final FactorStore factors;
    private final PasskeyStore passkeys;
    private final ApplicationEventPublisher events;

    FactorReset(FactorStore factors, PasskeyStore passkeys, ApplicationEventPublisher events) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.events = events;
    }

    /** Removes app, passkeys and recovery codes, in the transaction that uses up the one-time link. Removes nothing twice. */
    public void reset(StaffId account, Instant at) {
        var hadApp = factors.remove(account);
        if (passkeys.removeAll(account) || hadApp) {
            factors.removeCodes(account);
            factors.saveReset(account, at);
            events.publishEvent(new FactorEvent.Reset(account));
        }
    }
}
