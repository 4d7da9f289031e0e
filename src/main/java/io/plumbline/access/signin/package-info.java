/** Signing in by password, proving who signs, and what a signed-in session still may. */
@NullMarked
@NamedInterface("signin")
package io.plumbline.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
