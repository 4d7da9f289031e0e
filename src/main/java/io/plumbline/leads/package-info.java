/** Consultation leads: people who asked for a free consultation, from the request to conversion or loss. */
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
