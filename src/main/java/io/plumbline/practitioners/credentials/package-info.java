/** Credentials of practitioners, and what they allow: signing and booking. */
@NullMarked
@NamedInterface("credentials")
package io.plumbline.practitioners.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
