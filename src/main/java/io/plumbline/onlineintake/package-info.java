/** Online intakes: what a patient or a lead answers by a one-time link before the visit, for a clinician to review. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "clinics",
            "access",
            "outbox",
            "patients",
            "patients::consents",
            "patients::file",
            "patients::status",
            "safety",
            "safety::contraindications",
            "intake"
        })
package io.plumbline.onlineintake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
