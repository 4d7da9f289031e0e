/** Access control: the permissions of roles, the relation to patients, and the portal itself as actor. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics"})
package io.plumbline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
