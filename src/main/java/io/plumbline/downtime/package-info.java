/** Downtime: the sheets for a time when the portal is away, and the visits of that time that are still on paper. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "documents", "access", "patients", "schedule", "backup"})
package io.plumbline.downtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
