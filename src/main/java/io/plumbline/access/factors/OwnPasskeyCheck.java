package io.plumbline.access.factors;

import io.plumbline.access.signin.OwnPasskeys;
import io.plumbline.access.signin.PasskeyRefused;
import io.plumbline.shared.ids.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody who is signed in for one of their passkeys, and checks the answer. */
@Component
class OwnPasskeyCheck implements OwnPasskeys {
    /** A challenge of a session is none of a sign-in, which is bound to a form token. */
    private static final String SESSION = "session ";

    private final PasskeyStore passkeys;
    private final PasskeyVerifier verifier;
    private final PasskeyChallenges challenges;
    private final PasskeyAnswers answers;

    OwnPasskeyCheck(
            PasskeyStore passkeys, PasskeyVerifier verifier, PasskeyChallenges challenges, PasskeyAnswers answers) {
        this.passkeys = passkeys;
        this.verifier = verifier;
        this.challenges = challenges;
        this.answers = answers;
    }

    @Override
    public boolean isAny(StaffId account) {
        return !passkeys.descriptors(account).isEmpty();
    }

    @Override
    public String ask(StaffId account, String session) {
        return verifier.written(verifier.toSign(challenges.next(SESSION + session), passkeys.descriptors(account)));
    }

    @Override
    @Transactional
    public void check(StaffId account, String answer, String session) {
        var result = answers.check(account, answer, SESSION + session);
        if (result != PasskeyResult.RIGHT) {
            throw new PasskeyRefused(result.sentence(), result.cause());
        }
    }
}
