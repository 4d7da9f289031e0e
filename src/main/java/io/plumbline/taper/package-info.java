/** Expands the services of the phases of care to visits on days; no store and no screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "phases", "schedule"})
package io.plumbline.taper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
