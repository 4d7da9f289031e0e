package io.plumbline.access.signin;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Completes a sign-in after its last step, with the account as it is now. */
@Component
public class SignInCompletion {
    private final UserDetailsService users;

    SignInCompletion(UserDetailsService users) {
        this.users = users;
    }

    /**
     * Returns the authentication that the password alone would have given.
     *
     * @throws DisabledException if the account was deactivated, or its password changed, since the password was given
     */
    public Authentication complete(HalfSignIn half) {
        var account = (StaffUser) users.loadUserByUsername(half.username());
        if (!account.isEnabled() || !account.password().equals(half.password())) {
            throw new DisabledException("The account was changed during the sign-in");
        }
        return signedIn(account);
    }

    /**
     * Returns the authentication of an account whose passkey was right, which counts as password and second step.
     *
     * @throws DisabledException if the account is deactivated, or waits for its first password
     */
    public Authentication complete(String username) {
        var account = (StaffUser) users.loadUserByUsername(username);
        if (!account.isEnabled()) {
            throw new DisabledException("The account is deactivated");
        }
        return signedIn(account);
    }

    private static Authentication signedIn(StaffUser account) {
        var signedIn =
                UsernamePasswordAuthenticationToken.authenticated(account.caller(), null, account.getAuthorities());
        signedIn.setDetails(new SignInDetails(account.password(), FactorNotice.NONE));
        return signedIn;
    }
}
