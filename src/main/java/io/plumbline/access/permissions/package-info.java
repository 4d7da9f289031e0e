/** Which role holds which permission, in words, and why an account may do something or not. */
@NullMarked
@NamedInterface("permissions")
package io.plumbline.access.permissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
