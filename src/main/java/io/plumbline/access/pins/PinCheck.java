package io.plumbline.access.pins;

import io.plumbline.access.signin.SigningPins;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks signing PINs. A try is taken in the store before the PIN is hashed and given back if it was right, so that
 * guesses at once, on several nodes, are five together.
 */
@Component
class PinCheck implements SigningPins {
    private final PinStore pins;
    private final PasswordEncoder hashes;
    private final RetriedTransaction each;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PinCheck(
            PinStore pins,
            PasswordEncoder hashes,
            RetriedTransaction each,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pins = pins;
        this.hashes = hashes;
        this.each = each;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Answer check(StaffId account, String typed) {
        var kept = each.call(() -> pins.find(account)).orElse(null);
        if (kept == null) {
            return Answer.NONE;
        }
        if (!each.call(() -> pins.takeTry(account))) {
            return Answer.OFF;
        }
        if (matches(account, typed, kept.hash())) {
            each.run(() -> pins.giveBack(account));
            return Answer.RIGHT;
        }
        return each.call(() -> {
            if (!pins.exhaust(account, clock.instant())) {
                return Answer.WRONG;
            }
            events.publishEvent(new PinEvent.Exhausted(account));
            return Answer.LAST_WRONG;
        });
    }

    private boolean matches(StaffId account, String typed, String hash) {
        try {
            return hashes.matches(typed, hash);
        } catch (RuntimeException notLookedAt) {
            each.run(() -> pins.giveBack(account));
            throw notLookedAt;
        }
    }

    @Override
    public void passwordGiven(StaffId account) {
        each.run(() -> pins.giveAllBack(account));
    }
}
