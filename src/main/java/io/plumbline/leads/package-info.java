/** Consultation leads: people who asked for a free consultation, from the request to conversion or loss. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "access::accounts",
            "access::signin",
            "shell",
            "outbox",
            "practitioners",
            "exercises",
            "patients",
            "patients::search",
            "patients::file",
            "safety",
            "schedule",
            "intake"
        })
package io.plumbline.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
