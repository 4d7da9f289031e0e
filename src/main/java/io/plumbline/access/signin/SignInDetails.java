package io.plumbline.access.signin;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a session keeps about its sign-in.
 *
 * @param password the password that was given, or the one that the account has
 * @param notice what the person must be told
 * @param provider of single sign-on, or null if the sign-in was without it
 */
record SignInDetails(
        PasswordInUse password,
        FactorNotice notice,
        @Nullable ProviderSession provider) implements Serializable {
    SignInDetails(PasswordInUse password, FactorNotice notice) {
        this(password, notice, null);
    }
}
