/** Who treats: disciplines, clinics and working hours of practitioners. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "shell"})
package io.plumbline.practitioners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
