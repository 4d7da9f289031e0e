/** The append-only trail. It listens; nobody calls it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access"})
package io.plumbline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
