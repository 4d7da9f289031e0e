/** The start page: the current user's pending items. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "backup",
            "clinics",
            "downtime",
            "access",
            "access::accounts",
            "access::breakglass",
            "access::factors",
            "access::pins",
            "access::signin",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "exercises",
            "patients",
            "patients::sensitive",
            "safety",
            "schedule",
            "intake",
            "onlineintake",
            "leads",
            "leads::calling",
            "leads::clock",
            "leads::list",
            "leads::queue",
            "leads::report",
            "plans",
            "plans::worklist",
            "recalls",
            "reactions",
            "referrals",
            "orders",
            "notes",
            "notes::backlog",
            "records::clinicexports",
            "reports"
        })
package io.plumbline.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
