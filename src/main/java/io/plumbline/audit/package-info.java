/** The append-only audit trail. It listens to events; no other module calls it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "clinics",
            "access",
            "access::breakglass",
            "access::proof",
            "access::signin",
            "outbox"
        })
package io.plumbline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
