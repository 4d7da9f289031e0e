/** The exercise library with doses, cautions and sources. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "shell", "practitioners"})
package io.plumbline.exercises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
