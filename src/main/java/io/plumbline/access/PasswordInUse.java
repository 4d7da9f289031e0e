package io.plumbline.access;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which password somebody signed in with; kept with their sign-in, so that another one ends it.
 *
 * @param since when it was chosen, or null where nobody chose one
 */
record PasswordInUse(@Nullable Instant since) implements Serializable {}
