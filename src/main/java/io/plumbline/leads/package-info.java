/** Consultation leads: who asked for a consultation, and what has become of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "shell",
            "outbox",
            "practitioners",
            "exercises",
            "patients",
            "safety",
            "schedule",
            "intake"
        })
package io.plumbline.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
