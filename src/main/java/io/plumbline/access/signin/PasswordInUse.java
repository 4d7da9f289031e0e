package io.plumbline.access.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the password of a sign-in, so that a password change ends the session.
 *
 * @param since when it was chosen, or null if none was chosen
 */
public record PasswordInUse(@Nullable Instant since) implements Serializable {}
