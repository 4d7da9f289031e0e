/** The demo clinic: invented people, created through the services. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "access::accounts",
            "access::signin",
            "access::breakglass",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "practitioners::absences",
            "exercises",
            "forms",
            "answers",
            "patients",
            "patients::consents",
            "patients::file",
            "patients::related",
            "patients::sensitive",
            "patients::status",
            "measures",
            "sessions",
            "phases",
            "safety",
            "safety::contraindications",
            "schedule",
            "taper",
            "intake",
            "onlineintake",
            "phrases",
            "leads",
            "leads::clock",
            "leads::requests",
            "leads::review",
            "plans",
            "plans::templates",
            "recalls",
            "notes",
            "notes::templates",
            "reactions",
            "referrals",
            "orders",
            "records",
            "reports",
            "today"
        })
package io.plumbline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
