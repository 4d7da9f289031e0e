/** Who may see and do what: accounts, roles and permissions, the relation to patients, sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics"})
package io.plumbline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
