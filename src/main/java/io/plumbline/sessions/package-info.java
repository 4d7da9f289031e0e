/**
 * What a session note says by discipline: segments of the spine, exercises, single treatments of soft tissue; and what
 * every note may say beside its fast path.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "practitioners", "intake"})
package io.plumbline.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
