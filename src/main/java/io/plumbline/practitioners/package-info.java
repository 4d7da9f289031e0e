/** Practitioners: their disciplines, clinics and working hours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "access::accounts", "shell"})
package io.plumbline.practitioners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
