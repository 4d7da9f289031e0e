package io.plumbline.access.pins;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The current user's own signing PIN. Every change needs the password, given recently, and throws
 * {@link IdentityService.ProofNeeded} without it. That of nobody else can be read or changed.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FACTOR_KEEP)
public class SigningPinService {
    private final PinStore pins;
    private final PinRemoval removal;
    private final IdentityService identity;
    private final PasswordEncoder hashes;
    private final RetriedTransaction each;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningPinService(
            PinStore pins,
            PinRemoval removal,
            IdentityService identity,
            PasswordEncoder hashes,
            RetriedTransaction each,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pins = pins;
        this.removal = removal;
        this.identity = identity;
        this.hashes = hashes;
        this.each = each;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the current user's signing PIN. */
    public PinStatus findMine() {
        return pins.find(CurrentUser.current().staff())
                .map(found -> new PinStatus(found.since(), found.isOff()))
                .orElse(new PinStatus(null, false));
    }

    /**
     * Sets the current user's PIN, in place of an earlier one. Hashing is slow, so no database connection is held.
     *
     * @throws Refused with the field and a message for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void choose(String pin, String repeated) {
        identity.demandProof();
        PinRules.check(pin, repeated);
        var account = CurrentUser.current().staff();
        var hash = String.valueOf(hashes.encode(pin));
        try {
            each.run(() -> {
                pins.save(account, hash, clock.instant());
                events.publishEvent(new PinEvent.Chosen(account));
            });
        } catch (DuplicateKeyException alsoInAnotherTab) {
            throw new Refused("A PIN was set in another window just now", alsoInAnotherTab);
        }
    }

    /**
     * Removes the current user's PIN.
     *
     * @throws Refused if there is none
     */
    @Transactional
    public void remove() {
        identity.demandProof();
        var account = CurrentUser.current().staff();
        if (pins.find(account).isEmpty()) {
            throw new Refused("You have no signing PIN");
        }
        removal.remove(account, "by its owner");
    }
}
