/** Clinics with their business hours, closed days, time zone and response target. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.clinics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
