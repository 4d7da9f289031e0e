package io.plumbline.access.factors;

/**
 * By what an account can take the second step of a sign-in, besides a recovery code.
 *
 * @param byApp whether it has an authenticator app
 * @param byPasskey whether it has a passkey
 */
public record FactorWays(boolean byApp, boolean byPasskey) {}
