/** Reports across modules. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "shell",
            "practitioners",
            "exercises",
            "patients",
            "safety",
            "schedule",
            "intake",
            "leads",
            "leads::clock",
            "leads::list",
            "leads::report",
            "plans",
            "notes",
            "notes::backlog",
            "notes::cosign",
            "notes::share"
        })
package io.plumbline.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
