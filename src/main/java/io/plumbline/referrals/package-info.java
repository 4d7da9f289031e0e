/** Referrals of patients to others, until an answer is recorded, and the contacts book that names those others. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "access",
            "shell",
            "practitioners::credentials",
            "patients",
            "patients::status",
            "patients::related",
            "patients::file",
            "safety",
            "intake",
            "plans"
        })
package io.plumbline.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
