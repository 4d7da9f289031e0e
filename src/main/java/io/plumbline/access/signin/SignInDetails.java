package io.plumbline.access.signin;

import java.io.Serializable;

/**
 * What a session keeps about its sign-in.
 *
 * @param password the password that was given
 * @param notice what the person must be told
 */
record SignInDetails(PasswordInUse password, FactorNotice notice) implements Serializable {}
