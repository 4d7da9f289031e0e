/** Consultation leads: people who asked for a free consultation, from the request to conversion or loss. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "clinics",
            "access",
            "access::accounts",
            "access::proof",
            "access::signin",
            "shell",
            "outbox",
            "practitioners",
            "exercises",
            "patients",
            "patients::status",
            "patients::search",
            "patients::consents",
            "safety",
            "schedule",
            "intake",
            "onlineintake",
            "onlineintake::ui"
        })
package io.plumbline.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
