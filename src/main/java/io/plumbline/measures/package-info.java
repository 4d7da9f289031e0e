/** Outcome measures: definitions as data, scores as published, and their change over time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "shell", "patients", "patients::file"})
package io.plumbline.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
