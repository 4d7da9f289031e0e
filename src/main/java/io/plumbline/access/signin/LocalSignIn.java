package io.plumbline.access.signin;

/** Says who may sign in without the provider of single sign-on. Implemented by {@code access.sso}. */
public interface LocalSignIn {
    /**
     * Returns whether a password or passkey of the portal counts for an account.
     *
     * @param username the normalized user name
     */
    boolean counts(String username);
}
