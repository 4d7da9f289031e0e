package io.plumbline.access.factors;

import io.plumbline.access.factors.PasskeyVerifier.NotVerified;
import io.plumbline.shared.ids.StaffId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.stereotype.Component;

/** Checks what passkeys signed: at a sign-in, and where somebody who is signed in proves who they are. */
@Component
class PasskeyAnswers {
    private final PasskeyStore passkeys;
    private final PasskeyVerifier verifier;
    private final PasskeyChallenges challenges;

    PasskeyAnswers(PasskeyStore passkeys, PasskeyVerifier verifier, PasskeyChallenges challenges) {
        this.passkeys = passkeys;
        this.verifier = verifier;
        this.challenges = challenges;
    }

    /**
     * Checks an answer. A right one is used up.
     *
     * @param account whose passkey it must be; null for anybody's
     * @param browser the secret that the challenge was made for
     */
    PasskeyResult check(@Nullable StaffId account, String answer, String browser) {
        try {
            var signed = verifier.readAssertion(answer);
            var data = verifier.clientData(signed);
            var at = challenges.madeAt(data.challenge(), browser);
            if (at.isEmpty()) {
                return PasskeyResult.OVER;
            }
            verifier.ourOrigin(data);
            var found = passkeys.find(signed.getRawId());
            if (found.isEmpty()) {
                return PasskeyResult.UNKNOWN;
            }
            var passkey = found.get();
            if (!isOfItsUser(signed, passkey, account == null)) {
                return PasskeyResult.WRONG;
            }
            var count = verifier.verifySigned(signed, passkey.record());
            // only after the signature: the id alone must tell nobody whose passkey it is
            if (account != null && !passkey.owner().account().equals(account)) {
                return PasskeyResult.ANOTHERS;
            }
            return passkeys.use(passkey.id(), count, at.getAsLong()) ? PasskeyResult.RIGHT : PasskeyResult.USED;
        } catch (NotVerified refused) {
            return refused.result();
        }
    }

    /** A device that knows by itself whom to sign in must say so; another may. */
    private static boolean isOfItsUser(
            PublicKeyCredential<AuthenticatorAssertionResponse> signed, PasskeyStore.Stored passkey, boolean mustSay) {
        var handle = signed.getResponse().getUserHandle();
        return handle == null
                ? !mustSay
                : Arrays.equals(
                        handle.getBytes(),
                        passkey.record().getUserEntityUserId().getBytes());
    }
}
