package io.plumbline.access.sso;

import io.plumbline.access.SystemActor;
import io.plumbline.access.accounts.ProviderAccountService;
import io.plumbline.access.accounts.ProviderPerson;
import io.plumbline.access.lock.UnlockService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.access.signin.ProofRefused;
import io.plumbline.access.signin.ProviderRefused;
import io.plumbline.access.signin.RunningSession;
import io.plumbline.shared.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person who is signed in does at the provider: proves who they are, or links their account. */
@Component
class SsoProofs {
    private final SingleSignOn sso;
    private final ProviderAccountService accounts;
    private final IdentityService identity;
    private final RunningSession session;
    private final UnlockService unlocking;
    private final SystemActor system;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    SsoProofs(
            SingleSignOn sso,
            ProviderAccountService accounts,
            IdentityService identity,
            RunningSession session,
            UnlockService unlocking,
            SystemActor system,
            ApplicationEventPublisher events,
            TransactionTemplate each) {
        this.sso = sso;
        this.accounts = accounts;
        this.identity = identity;
        this.session = session;
        this.unlocking = unlocking;
        this.system = system;
        this.events = events;
        this.each = each;
    }

    /** @throws ProviderRefused if the current user has not proved recently who they are */
    void requireProof() {
        try {
            identity.demandProof();
        } catch (ProofNeeded needed) {
            throw new ProviderRefused(
                    "Confirm first who you are: go back to My account and press the button there", "no proof");
        }
    }

    /** Takes the sign-in at the provider as proof, and unlocks the screens of the session. */
    void prove(CurrentUser user, ProviderPerson person, HttpServletRequest request) {
        if (!system.call(() -> accounts.isOwner(user.staff(), person.issuer(), person.subject()))) {
            throw new ProviderRefused(
                    "You signed in at " + sso.name() + " as somebody else than in the portal", "another person");
        }
        session.provedByProvider();
        unlocking.unlockProved(request);
    }

    void connect(CurrentUser user, ProviderPerson person) {
        requireProof();
        system.run(() -> accounts.connect(user.staff(), person, sso.rules()));
    }

    /** Puts on record that somebody did not prove who they are. */
    void refused(CurrentUser user, ProviderRefused refusal) {
        each.executeWithoutResult(
                done -> events.publishEvent(new ProofRefused(user.staff(), "single sign-on: " + refusal.why())));
    }
}
