/** The clinics' own questions for intake notes, as versioned definitions; intake notes keep the answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "shell", "practitioners"})
package io.plumbline.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
