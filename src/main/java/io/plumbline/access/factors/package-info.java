/** Two-step sign-in: codes of an authenticator app, recovery codes, and which roles must use them. */
@NullMarked
@NamedInterface("factors")
package io.plumbline.access.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
