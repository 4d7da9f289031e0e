/** The outbox: mails are written in the transaction of the event they report, and sent after it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access"})
package io.plumbline.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
