package io.plumbline.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Completes a sign-in after its last step, with the account as it is now. */
@Component
public class SignInCompletion {
    private final UserDetailsService users;
    private final LocalSignIn local;
    private final SecondFactors factors;

    SignInCompletion(UserDetailsService users, LocalSignIn local, SecondFactors factors) {
        this.users = users;
        this.local = local;
        this.factors = factors;
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
        return signedIn(account, factors.tell(account), null);
    }

    /**
     * Returns the authentication of an account whose passkey was right, which counts as password and second step.
     *
     * @throws DisabledException if the account is deactivated, or waits for its first password, or may sign in through
     *     the provider alone
     */
    public Authentication complete(String username) {
        var account = enabled(username);
        if (!local.counts(account.getUsername())) {
            throw new DisabledException("The account signs in through the provider alone");
        }
        return signedIn(account, factors.tell(account), null);
    }

    /**
     * Returns the authentication of an account whose person the provider of single sign-on named. The second step is the
     * provider's.
     *
     * @throws DisabledException if the account is deactivated
     */
    public Authentication completeByProvider(String username, ProviderSession provider) {
        return signedIn(enabled(username), FactorNotice.NONE, provider);
    }

    private StaffUser enabled(String username) {
        var account = (StaffUser) users.loadUserByUsername(username);
        if (!account.isEnabled()) {
            throw new DisabledException("The account is deactivated");
        }
        return account;
    }

    private static Authentication signedIn(StaffUser account, FactorNotice notice, @Nullable ProviderSession provider) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account.currentUser(), null, account.getAuthorities());
        signedIn.setDetails(new SignInDetails(account.password(), notice, provider));
        return signedIn;
    }
}
