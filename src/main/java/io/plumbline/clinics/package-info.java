/** Where treatment happens: clinics, their hours, closed days, zone and promise. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.clinics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
