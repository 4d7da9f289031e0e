/** The outbox: mails are written with the deed that they tell of, and sent after it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access"})
package io.plumbline.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
