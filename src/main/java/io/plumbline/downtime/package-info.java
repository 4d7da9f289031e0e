/** Downtime: the sheets for a time when the portal is away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "documents", "access", "patients", "schedule", "backup"})
package io.plumbline.downtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
