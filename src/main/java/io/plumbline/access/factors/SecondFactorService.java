package io.plumbline.access.factors;

import io.plumbline.access.signin.FactorNotice;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.OwnNotice;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The current user's own two-step sign-in. Every change needs a fresh proof of identity and throws
 * {@link IdentityService.ProofNeeded} without it. That of nobody else can be read or changed.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FACTOR_KEEP)
public class SecondFactorService {
    private final FactorStore factors;
    private final TimeCodes times;
    private final IdentityService identity;
    private final SecondFactorSettings settings;
    private final Environment environment;
    private final ApplicationEventPublisher events;

    SecondFactorService(
            FactorStore factors,
            TimeCodes times,
            IdentityService identity,
            SecondFactorSettings settings,
            Environment environment,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.times = times;
        this.identity = identity;
        this.settings = settings;
        this.environment = environment;
        this.events = events;
    }

    /** Returns the current user's two-step sign-in. */
    public FactorStatus findMine() {
        var user = CurrentUser.current();
        var isRequired = settings.isRequired(user.roles(), environment);
        var held = factors.find(user.staff());
        return new FactorStatus(held.appSince(), held.passkeys(), held.codesLeft(), isRequired);
    }

    /** Returns what the current user must be told. Runs no SQL statement if it is nothing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FactorNotice findNotice() {
        var notice = OwnNotice.ofCurrentUser();
        return notice.setUpBy() != null
                        && factors.find(CurrentUser.current().staff()).isOn()
                ? new FactorNotice(null, notice.resetAt(), notice.refusedAt(), notice.refused())
                : notice;
    }

    /** Creates a secret to set up an app with. Nothing is stored before {@link #confirm}. */
    public FactorSecret begin() {
        identity.demandProof();
        return FactorSecret.next();
    }

    /**
     * Stores a secret once a code shows that the app has it. An earlier phone and earlier recovery codes no longer work.
     *
     * @param typed the code that the app shows
     * @return ten recovery codes, which cannot be read again
     * @throws Refused if the code is not right
     */
    @Transactional
    public List<String> confirm(FactorSecret secret, String typed) {
        identity.demandProof();
        var account = CurrentUser.current().staff();
        var match = times.matchToSetUp(secret, typed);
        try {
            factors.replace(account, secret, match.step());
        } catch (DuplicateKeyException alsoInAnotherTab) {
            throw new Refused("Two-step sign-in was set up in another window just now", alsoInAnotherTab);
        }
        events.publishEvent(new FactorEvent.SetUp(account));
        return factors.renewCodes(account);
    }

    /**
     * Makes new recovery codes; the earlier ones no longer work.
     *
     * @return ten recovery codes, which cannot be read again
     * @throws Refused if two-step sign-in is off
     */
    @Transactional
    public List<String> renewRecoveryCodes() {
        identity.demandProof();
        var account = CurrentUser.current().staff();
        if (!factors.find(account).isOn()) {
            throw new Refused("Two-step sign-in is off. Set it up first");
        }
        events.publishEvent(new FactorEvent.CodesRenewed(account));
        return factors.renewCodes(account);
    }

    /**
     * Removes the authenticator app. Without a passkey this turns two-step sign-in off, and the recovery codes go too.
     *
     * @throws Refused if a role of the current user requires it and there is no passkey, or it is off already
     */
    @Transactional
    public void remove() {
        identity.demandProof();
        var user = CurrentUser.current();
        var hasPasskey = factors.find(user.staff()).passkeys() > 0;
        if (!hasPasskey && settings.isRequired(user.roles(), environment)) {
            throw new Refused("Your role requires two-step sign-in. You can set up another phone instead");
        }
        if (!factors.remove(user.staff())) {
            throw new Refused("Two-step sign-in is off already");
        }
        if (!hasPasskey) {
            factors.removeCodes(user.staff());
        }
        events.publishEvent(new FactorEvent.Removed(user.staff()));
    }
}
