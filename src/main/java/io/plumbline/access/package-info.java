/** Access control: accounts, roles and permissions, relations to patients, break-glass access, and sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics"})
package io.plumbline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
