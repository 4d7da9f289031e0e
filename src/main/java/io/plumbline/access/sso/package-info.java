/** Single sign-on by OpenID Connect: the provider, the way there and back, and what its claims mean here. */
@NullMarked
@NamedInterface("sso")
package io.plumbline.access.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
