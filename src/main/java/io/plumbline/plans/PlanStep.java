package io.plumbline.plans;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a plan from one status to the next; the reason is clinical, and left out for those who may not read it. */
record PlanStep(
        Instant at,
        StaffId by,
        PlanStatus from,
        PlanStatus to,
        @Nullable String reason) {
    PlanStep(Instant at, StaffId by, PlanStatus from, PlanStatus to) {
        this(at, by, from, to, null);
    }
}
