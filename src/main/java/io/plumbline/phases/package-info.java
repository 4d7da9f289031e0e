/** The phases of care: what ends each, and which step the facts propose. Rules are data; no store and no screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "measures"})
package io.plumbline.phases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
