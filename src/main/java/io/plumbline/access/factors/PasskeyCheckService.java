package io.plumbline.access.factors;

import io.plumbline.access.factors.PasskeyVerifier.NotVerified;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys at a sign-in, for the portal itself: nobody is signed in yet. */
@Service
@Transactional
@Requires(Permission.FACTOR_CHECK)
public class PasskeyCheckService {
    private final PasskeyStore passkeys;
    private final PasskeyVerifier verifier;
    private final PasskeyChallenges challenges;
    private final PasskeyAnswers answers;
    private final RefusedCodeStore refused;
    private final ApplicationEventPublisher events;

    PasskeyCheckService(
            PasskeyStore passkeys,
            PasskeyVerifier verifier,
            PasskeyChallenges challenges,
            PasskeyAnswers answers,
            RefusedCodeStore refused,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.verifier = verifier;
        this.challenges = challenges;
        this.answers = answers;
        this.refused = refused;
        this.events = events;
    }

    /**
     * Returns what a browser is asked to sign with a passkey of anybody, as JSON. Runs no SQL statement.
     *
     * @param browser a secret of the browser, which must send the answer with it
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String ask(String browser) {
        return verifier.written(verifier.toSign(challenges.next(browser), List.of()));
    }

    /** Returns what a browser is asked to sign with a passkey of an account whose password was right, as JSON. */
    @Transactional(readOnly = true)
    public String askOwner(StaffId account, String browser) {
        return verifier.written(verifier.toSign(challenges.next(browser), passkeys.descriptors(account)));
    }

    /** Returns whose passkey an answer names; empty if it names none. It proves nothing. */
    @Transactional(readOnly = true)
    public Optional<PasskeyOwner> findOwner(String answer) {
        try {
            return passkeys.find(verifier.readAssertion(answer).getRawId()).map(PasskeyStore.Stored::owner);
        } catch (NotVerified unreadable) {
            return Optional.empty();
        }
    }

    /** Checks the answer of a passkey that is the whole sign-in. A right answer is used up. */
    public PasskeyResult check(String answer, String browser) {
        return answers.check(null, answer, browser);
    }

    /** Checks the answer of a passkey after the right password of an account. A right answer is used up. */
    public PasskeyResult checkSecondStep(StaffId account, String answer, String browser) {
        var result = answers.check(account, answer, browser);
        if (result == PasskeyResult.RIGHT) {
            refused.startOver(account, false);
        } else {
            events.publishEvent(new FactorEvent.CodeRefused(account, result.cause()));
        }
        return result;
    }
}
