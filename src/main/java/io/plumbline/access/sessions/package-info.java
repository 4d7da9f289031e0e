/** The running sessions of staff, on all nodes. */
@NullMarked
@NamedInterface("sessions")
package io.plumbline.access.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
